class EmptyReturn {
    /**
     * Counts.
     *
     * @return
     */
    int count() {
        return 1;
    }
}
