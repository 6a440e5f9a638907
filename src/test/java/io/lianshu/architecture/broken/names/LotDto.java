package io.lianshu.architecture.broken.names;

record LotDto(String id) {}
