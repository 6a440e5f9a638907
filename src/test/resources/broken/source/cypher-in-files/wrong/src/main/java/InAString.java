class InAString {
    static final String LOT = "MATCH (l:Lot {id: $id}) RETURN l";
}
