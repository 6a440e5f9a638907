package io.lianshu.architecture.broken.rooms.right.company;

public record Company(String id) {}
