package io.lianshu.collusion.core;

/** How work is divided: the same parts on every machine with as many processors, and the same results on all. */
final class Work {

    /** Each holds a row for every firm, so that more would cost memory and not be quicker for long. */
    static final int THREADS = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private Work() {}
}
