package io.lianshu.architecture.broken.suffixes;

record LotStatus(String text) {}
