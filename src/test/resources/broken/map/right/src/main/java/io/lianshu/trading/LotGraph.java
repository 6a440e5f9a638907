package io.lianshu.trading;

class LotGraph {
    static final String OPEN = CypherCatalog.statement("trading", "open-lot");
}
