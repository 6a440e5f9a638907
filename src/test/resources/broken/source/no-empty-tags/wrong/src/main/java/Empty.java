class Empty {
    /**
     * Counts.
     *
     * @param names
     * @return the number
     */
    int count(String names) {
        return 1;
    }
}
