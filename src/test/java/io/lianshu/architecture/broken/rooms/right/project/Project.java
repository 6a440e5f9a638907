package io.lianshu.architecture.broken.rooms.right.project;

import io.lianshu.architecture.broken.rooms.right.company.Company;

public record Project(Company owner) {}
