package io.lianshu.architecture.broken.open;

class RightGraph {}
