package io.lianshu.architecture.broken.waiting;

import io.lianshu.platform.graph.OwnsItsThread;

@OwnsItsThread
class Worker {}
