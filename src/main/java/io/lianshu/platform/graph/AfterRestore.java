package io.lianshu.platform.graph;

import io.lianshu.platform.graph.GraphServer.Restored;
import org.neo4j.driver.Transaction;

/** What a graph that was restored needs before anybody asks it; all of it in one transaction. */
@OwnsItsThread
public interface AfterRestore {

    void carryOut(Transaction transaction, Restored restored);
}
