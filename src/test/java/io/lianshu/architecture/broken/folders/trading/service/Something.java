package io.lianshu.architecture.broken.folders.trading.service;

class Something {}
