package io.lianshu.architecture.broken.environment;

class AsksTheEnvironment {

    String home() {
        return System.getenv("HOME");
    }
}
