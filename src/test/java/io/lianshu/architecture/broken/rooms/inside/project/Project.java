package io.lianshu.architecture.broken.rooms.inside.project;

import io.lianshu.architecture.broken.rooms.inside.company.register.Register;

public record Project(Register register) {}
