package io.lianshu.architecture.broken.rooms.inside.company;

public record Company(String id) {}
