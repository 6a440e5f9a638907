package io.lianshu.architecture.broken.rooms.inside.company.register;

public record Register(String id) {}
