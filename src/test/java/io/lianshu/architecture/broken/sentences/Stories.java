package io.lianshu.architecture.broken.sentences;

import org.junit.jupiter.api.Test;

class Stories {

    @Test
    void shouldWork() {}
}
