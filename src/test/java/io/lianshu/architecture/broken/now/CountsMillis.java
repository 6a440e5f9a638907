package io.lianshu.architecture.broken.now;

class CountsMillis {

    long millis() {
        return System.currentTimeMillis();
    }
}
