package io.lianshu.architecture.broken.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;

@Profile("sample")
@ConfigurationProperties("sample.limits")
record Limits(int size) {}
