package io.lianshu.exchange;

import java.util.Map;

/** The node that stands for one that was merged into it. */
record Standing(String id, Map<String, Object> values) {}
