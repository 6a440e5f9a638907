package io.lianshu.architecture.broken.names;

class ImportHelper {}
