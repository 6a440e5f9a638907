/** The benchmark: the hub, the driver alone and @neo4j/graphql on one database, in turn. It is no part of the hub. */
package io.lianshu.bench;
