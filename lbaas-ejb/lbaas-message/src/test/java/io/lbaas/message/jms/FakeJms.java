package io.lbaas.message.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.TextMessage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Remembers what was sent last: the body, the message's properties and the producer's settings. */
final class FakeJms {
    private final Map<String, Object> settings = new HashMap<>();
    private final Map<String, Object> properties = new HashMap<>();
    private String body;

    JMSContext context() {
        return fake(JMSContext.class, (proxy, method, args) -> switch (method.getName()) {
            case "createProducer" -> producer();
            case "createTextMessage" -> message((String) args[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    String body() {
        return body;
    }

    Map<String, Object> properties() {
        return properties;
    }

    /** By the setter's name, for example {@code setDeliveryDelay}. */
    Map<String, Object> settings() {
        return settings;
    }

    private JMSProducer producer() {
        return fake(JMSProducer.class, (proxy, method, args) -> {
            if (!method.getName().equals("send")) {
                settings.put(method.getName(), args[0]);
            }
            return proxy;
        });
    }

    private TextMessage message(String text) {
        body = text;
        return fake(TextMessage.class, (proxy, method, args) -> {
            if (!method.getName().equals("setObjectProperty")) {
                throw new UnsupportedOperationException(method.getName());
            }
            properties.put((String) args[0], args[1]);
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
