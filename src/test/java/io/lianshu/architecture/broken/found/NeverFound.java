package io.lianshu.architecture.broken.found;

import org.junit.jupiter.api.Test;

class NeverFound {

    @Test
    void nobodyRunsThis() {}
}
