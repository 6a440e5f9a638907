package io.lianshu.architecture.broken.rooms.undeclared.company;

public record Company(String id) {}
