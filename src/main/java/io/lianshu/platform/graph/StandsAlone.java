package io.lianshu.platform.graph;

/** A command that may need no graph; then nothing is started for it, and it is made without the beans that it works with. */
public interface StandsAlone {

    /** Asked once the arguments are known. */
    boolean standsAlone();
}
