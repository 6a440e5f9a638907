package io.lianshu.architecture.broken.blocking;

class Sleeps {

    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
