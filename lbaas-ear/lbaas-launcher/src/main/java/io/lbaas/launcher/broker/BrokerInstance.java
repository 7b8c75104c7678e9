package io.lbaas.launcher.broker;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Properties;

/** OpenMQ's broker, which no artifact on Maven Central lets us compile against, called by reflection. */
final class BrokerInstance {
    private static final String RUNTIME = "com.sun.messaging.jmq.jmsclient.runtime.ClientRuntime";
    private static final String INSTANCE = "com.sun.messaging.jmq.jmsclient.runtime.BrokerInstance";
    private static final String LISTENER = "com.sun.messaging.jmq.jmsservice.BrokerEventListener";

    private final ClassLoader loader;
    private final Object broker;

    private BrokerInstance(ClassLoader loader, Object broker) {
        this.loader = loader;
        this.broker = broker;
    }

    static BrokerInstance create(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass(RUNTIME);
        Object runtime = type.getMethod("getRuntime").invoke(null);
        return new BrokerInstance(loader, type.getMethod("createBrokerInstance").invoke(runtime));
    }

    void start(String[] arguments, Properties properties) throws ReflectiveOperationException {
        Properties all = (Properties) method("parseArgs", String[].class).invoke(broker, (Object) arguments);
        all.putAll(properties);
        Class<?> listenerType = loader.loadClass(LISTENER);
        method("init", Properties.class, listenerType).invoke(broker, all, listener(listenerType));
        method("start").invoke(broker);
    }

    boolean isRunning() {
        try {
            return (boolean) method("isBrokerRunning").invoke(broker);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    void stop() throws ReflectiveOperationException {
        method("stop").invoke(broker);
        method("shutdown").invoke(broker);
    }

    /** Called back when the broker wants to exit; true lets it, and only stops the broker, not the process. */
    private Object listener(Class<?> type) {
        return Proxy.newProxyInstance(
                loader, new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> method.getReturnType() == boolean.class ? true : null;
                });
    }

    private Method method(String name, Class<?>... parameters) throws ReflectiveOperationException {
        return loader.loadClass(INSTANCE).getMethod(name, parameters);
    }
}
