package io.lianshu.architecture.broken.rooms.silent.project;

public record Project(String id) {}
