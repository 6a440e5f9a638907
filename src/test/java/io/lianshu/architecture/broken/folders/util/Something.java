package io.lianshu.architecture.broken.folders.util;

class Something {}
