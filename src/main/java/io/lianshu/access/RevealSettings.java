package io.lianshu.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be revealed.
 *
 * @param reveals values that an account may see whole in a day; 0 for no limit
 */
@ConfigurationProperties("lianshu.limits")
record RevealSettings(@DefaultValue("200") int reveals) {}
