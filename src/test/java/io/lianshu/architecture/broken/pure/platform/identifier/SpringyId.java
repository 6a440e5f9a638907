package io.lianshu.architecture.broken.pure.platform.identifier;

import org.springframework.util.StringUtils;

class SpringyId {

    boolean isGiven(String id) {
        return StringUtils.hasText(id);
    }
}
