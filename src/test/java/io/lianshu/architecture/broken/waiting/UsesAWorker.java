package io.lianshu.architecture.broken.waiting;

class UsesAWorker {

    Object worker() {
        return new Worker();
    }
}
