package io.lianshu.architecture.broken.rooms.arrow.approval;

public record Approval(String id) {}
