class Wrapped {
    /**
     * Counts.
     *
     * @param names
     *     separated by commas
     */
    int count(String names) {
        return 1;
    }
}
