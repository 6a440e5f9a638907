package io.lianshu.demo;

import java.time.LocalDate;

/** All that a district follows from. */
record Origin(double scale, long seed, LocalDate day) {

    District grown() {
        return District.grown(scale, seed, day);
    }
}
