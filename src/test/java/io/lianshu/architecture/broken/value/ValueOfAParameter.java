package io.lianshu.architecture.broken.value;

import org.springframework.beans.factory.annotation.Value;

class ValueOfAParameter {

    final boolean demo;

    ValueOfAParameter(@Value("${lianshu.demo}") boolean demo) {
        this.demo = demo;
    }
}
