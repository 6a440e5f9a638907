package io.lianshu.architecture.broken.rooms.unnamed.warehouse;

public record Box(String id) {}
