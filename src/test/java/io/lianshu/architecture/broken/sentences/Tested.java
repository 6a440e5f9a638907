package io.lianshu.architecture.broken.sentences;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class Tested {

    @Property
    void testEverything(@ForAll int number) {}
}
