package io.lianshu.architecture.broken.dsl;

import org.neo4j.cypherdsl.core.Cypher;

class BuildsAStatement {

    Object statement() {
        return Cypher.node("Lot");
    }
}
