package io.lianshu.platform.graph;

/** That this hub has carried out a mutation and committed it. */
public record CommandDone(String mutation) {}
