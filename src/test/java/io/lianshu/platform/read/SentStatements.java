package io.lianshu.platform.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.async.AsyncSession;

/** A driver that remembers what is sent through its sessions. */
final class SentStatements {

    private final List<Query> sent = new CopyOnWriteArrayList<>();
    private final Driver real;

    SentStatements(Driver real) {
        this.real = real;
    }

    Driver driver() {
        return wrapped(Driver.class, real);
    }

    /** The driver that nobody listens at. */
    Driver real() {
        return real;
    }

    /** What was sent since the last call. */
    List<Query> take() {
        List<Query> result = List.copyOf(sent);
        sent.clear();
        return result;
    }

    private <T> T wrapped(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Query query) {
                        sent.add(query);
                    } else if (arguments != null && arguments[0] instanceof String text) {
                        sent.add(new Query(text));
                    }
                    Object result = call(target, method, arguments);
                    return result instanceof AsyncSession ? wrapped(AsyncSession.class, result) : result;
                }));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
