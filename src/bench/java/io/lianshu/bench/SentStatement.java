package io.lianshu.bench;

import io.lianshu.LianshuApplication;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a hub sends to the database for one request, found by listening at the driver of a hub: text, parameters and
 * settings of the transaction are the very same.
 */
record SentStatement(Query query, TransactionConfig transaction) {

    /** Starts a hub of this process on the database, asks it once, and stops it again. */
    static SentStatement of(Engine engine, String body, Map<String, String> headers) throws Exception {
        Queue<SentStatement> sent = new ConcurrentLinkedQueue<>();
        SpringApplication hub = new SpringApplication(LianshuApplication.class);
        hub.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Driver driver ? listening(Driver.class, driver, sent) : bean;
            }
        }));
        try (ConfigurableApplicationContext context = hub.run(engine.asArguments())) {
            URI address = URI.create("http://127.0.0.1:"
                    + context.getEnvironment().getRequiredProperty("local.server.port") + "/graphql");
            List<SentStatement> all = List.of();
            // What the hub asks by itself now and then must not be taken for the request's.
            for (int tried = 0; tried < 10 && all.size() != 1; tried++) {
                sent.clear();
                Answers.post(address, body, headers);
                all = List.copyOf(sent);
            }
            if (all.size() != 1) {
                throw new IllegalStateException("The hub sent " + all.size() + " statements for one request, not 1");
            }
            return all.get(0);
        }
    }

    private static <T> T listening(Class<T> type, T target, Queue<SentStatement> sent) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("run")
                            && arguments != null
                            && arguments[0] instanceof Query query) {
                        sent.add(new SentStatement(
                                query,
                                arguments.length > 1 && arguments[1] instanceof TransactionConfig settings
                                        ? settings
                                        : TransactionConfig.empty()));
                    }
                    Object result = invoked(method, target, arguments);
                    return result instanceof AsyncSession session
                            ? listening(AsyncSession.class, session, sent)
                            : result;
                }));
    }

    private static Object invoked(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
