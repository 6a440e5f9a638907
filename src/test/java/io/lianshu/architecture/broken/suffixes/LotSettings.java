package io.lianshu.architecture.broken.suffixes;

record LotSettings(int size) {}
