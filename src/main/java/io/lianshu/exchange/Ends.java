package io.lianshu.exchange;

/** Ids of a relation's two nodes. */
record Ends(String from, String to) {}
