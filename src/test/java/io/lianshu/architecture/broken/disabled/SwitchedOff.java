package io.lianshu.architecture.broken.disabled;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class SwitchedOff {

    @Test
    @Disabled("one day")
    void nobodySeesThisFail() {}
}
