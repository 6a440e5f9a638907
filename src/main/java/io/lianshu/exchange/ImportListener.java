package io.lianshu.exchange;

/** Hears how an import goes; called by one thread at a time. */
public interface ImportListener {

    /** A row was left out, or looks odd. */
    default void issue(Issue issue) {}

    /**
     * How far it is.
     *
     * @param rows rows read so far
     * @param part part of all sources that has been read, 0 to 1
     */
    default void progress(long rows, double part) {}
}
