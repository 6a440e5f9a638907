package io.lianshu.architecture.broken.open;

public class OpenGraph {}
