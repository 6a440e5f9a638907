package io.lianshu.architecture.broken.names;

final class DateUtils {}
