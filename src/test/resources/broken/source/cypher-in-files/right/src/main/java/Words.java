class Words {
    static final String KIND = "MATCH";
    static final String SAYS = "use the right date";
}
