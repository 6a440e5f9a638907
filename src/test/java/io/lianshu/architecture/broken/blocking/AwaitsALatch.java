package io.lianshu.architecture.broken.blocking;

import java.util.concurrent.CountDownLatch;

class AwaitsALatch {

    void open(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }
}
