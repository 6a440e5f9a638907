package io.lianshu.platform.graph;

/** A command that starts the graph itself, once it has refused what it must, and works on it as it is: no migrations. */
public interface StartsItself {}
