package io.lianshu;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Refuses settings of the hub below 0: no count, size or time of it may be. */
@Component
class NegativeDurations implements ConfigurationPropertiesBindHandlerAdvisor {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("lianshu");

    @Override
    public BindHandler apply(BindHandler handler) {
        return new AbstractBindHandler(handler) {
            @Override
            public @Nullable Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                if (OURS.isAncestorOf(name) && isNegative(result)) {
                    throw new IllegalArgumentException(
                            name + "：不能为负（" + result + "） / must not be negative (" + result + ")");
                }
                return super.onSuccess(name, target, context, result);
            }
        };
    }

    private static boolean isNegative(Object value) {
        return (value instanceof Duration duration && duration.isNegative())
                || (value instanceof DataSize size && size.isNegative())
                || (value instanceof Number number && number.doubleValue() < 0);
    }
}
