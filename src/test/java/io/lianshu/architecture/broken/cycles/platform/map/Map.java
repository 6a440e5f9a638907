package io.lianshu.architecture.broken.cycles.platform.map;

import io.lianshu.architecture.broken.cycles.platform.code.Codes;
import org.jspecify.annotations.Nullable;

public record Map(@Nullable Codes codes) {}
