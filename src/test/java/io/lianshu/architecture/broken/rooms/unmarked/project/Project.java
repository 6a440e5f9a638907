package io.lianshu.architecture.broken.rooms.unmarked.project;

public record Project(String id) {}
