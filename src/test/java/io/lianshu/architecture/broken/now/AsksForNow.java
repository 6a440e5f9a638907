package io.lianshu.architecture.broken.now;

import java.time.LocalDate;
import java.time.ZoneId;

class AsksForNow {

    LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
