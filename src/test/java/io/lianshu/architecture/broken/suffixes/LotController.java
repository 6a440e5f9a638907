package io.lianshu.architecture.broken.suffixes;

class LotController {}
