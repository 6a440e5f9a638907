class InABlock {
    static final String LOT = """
            MATCH (l:Lot {id: $id})
            """;
}
