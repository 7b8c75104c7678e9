package io.lbaas.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that are executed through a data source, a batch as one. */
final class CountedDataSource {

    private CountedDataSource() {}

    static DataSource of(DataSource database, AtomicInteger executed) {
        return (DataSource) counted(DataSource.class, database, executed);
    }

    private static Object counted(Class<?> type, Object target, AtomicInteger executed) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                executed.incrementAndGet();
            }
            try {
                Object result = method.invoke(target, arguments);
                boolean wrap = result instanceof Connection || result instanceof Statement;
                return wrap ? counted(method.getReturnType(), result, executed) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
