package io.lianshu.architecture.broken.cycles.platform.code;

import io.lianshu.architecture.broken.cycles.platform.map.Map;

public record Codes(Map map) {}
