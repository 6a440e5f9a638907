package io.lianshu.exchange;

/** A node that this run knew of is gone from the graph: somebody else deletes at the same time. */
final class NodeIdentityLost extends RuntimeException {

    NodeIdentityLost() {
        super("A node written before is gone", null, false, false);
    }
}
