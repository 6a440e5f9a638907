package io.lianshu.architecture.broken.mutable;

class Counter {

    static int count;
}
