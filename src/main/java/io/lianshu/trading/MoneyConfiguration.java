package io.lianshu.trading;

import io.lianshu.platform.read.ComputedValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The computed fields about securities. */
@Configuration(proxyBeanMethods = false)
class MoneyConfiguration {

    @Bean
    ComputedValue interestToRefund() {
        return new InterestValue(InterestValue.TO_REFUND);
    }

    @Bean
    ComputedValue interestToPay() {
        return new InterestValue(InterestValue.TO_PAY);
    }
}
