class InTheMiddle {
    static final String LOT = "(t)-[:HAS_LOT]->(l)";
}
