package io.lianshu.architecture.broken.value;

import org.springframework.beans.factory.annotation.Value;

class ValueOfAField {

    @Value("${lianshu.demo}")
    boolean demo;
}
