interface Lots {
    @Query("x")
    Object lots();
}
