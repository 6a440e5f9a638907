package io.lianshu.bench;

import java.io.IOException;

/** Something that can be asked the same thing by many at a time for a while. */
interface Load {

    Outcome run(int concurrency, long nanos) throws IOException, InterruptedException;
}
