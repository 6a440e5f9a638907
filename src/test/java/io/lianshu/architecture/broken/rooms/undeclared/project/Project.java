package io.lianshu.architecture.broken.rooms.undeclared.project;

import io.lianshu.architecture.broken.rooms.undeclared.company.Company;

public record Project(Company owner) {}
