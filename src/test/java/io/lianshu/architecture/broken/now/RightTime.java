package io.lianshu.architecture.broken.now;

import java.time.Clock;
import java.time.LocalDate;

class RightTime {

    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
