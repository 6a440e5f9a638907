package io.lianshu.architecture.broken.rooms.arrow.project;

import io.lianshu.architecture.broken.rooms.arrow.approval.Approval;

public record Project(Approval approval) {}
