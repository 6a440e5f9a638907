package io.lianshu.demo;

import io.lianshu.platform.refusal.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an empty graph is filled with in demo mode.
 *
 * @param demoScale how large the district is: 0 the small sample, 1 that of the command's default
 */
@ConfigurationProperties("lianshu")
record DemoSettings(@DefaultValue("0") double demoScale) {

    /** Below it there are too few firms for what is planted. */
    static final double LEAST = 0.1;

    DemoSettings {
        checked("lianshu.demo-scale", demoScale);
    }

    /** @throws Refusal when no district can have that size */
    static double checked(String name, double scale) {
        if (scale != 0 && !(scale >= LEAST && scale <= Scope.MOST)) {
            throw Refusal.badInput(
                    "DEMO_SCALE_OUT_OF_RANGE",
                    name,
                    "%s=%s：规模应为 0（小样例）或 0.1 至 10".formatted(name, scale),
                    "%s=%s: a scale is 0 (the small sample) or from 0.1 to 10".formatted(name, scale));
        }
        return scale;
    }
}
