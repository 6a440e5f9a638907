package io.lianshu.approval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.approval.*}.
 *
 * @param sweep how often the hub looks for simulated approvals whose project has got its land
 */
@ConfigurationProperties("lianshu.approval")
record ApprovalSettings(@DefaultValue("10m") Duration sweep) {}
