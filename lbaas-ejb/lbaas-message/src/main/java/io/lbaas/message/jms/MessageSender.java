package io.lbaas.message.jms;

import io.lbaas.message.Closure;
import io.lbaas.message.Command;
import io.lbaas.message.MessageCodec;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Puts commands and results on queues. Safe for all threads as long as each brings its own context. */
public final class MessageSender {
    /** OpenMQ's switch for compression of the body. */
    private static final String COMPRESS = "JMS_SUN_COMPRESS";

    private static final int COMPRESS_FROM_CHARS = 8 * 1024;
    private static final Duration PERIODIC_RESULT_LIFE = Duration.ofMinutes(1);

    private final MessageCodec codec;

    public MessageSender(MessageCodec codec) {
        this.codec = codec;
    }

    /**
     * Sends a command. A periodic one may be lost and is dropped at its deadline; any other is kept until it is taken.
     *
     * @param delay before an agent may take it; zero for at once
     */
    public void send(JMSContext context, Destination queue, Command command, Duration delay) {
        Duration life = Duration.between(Instant.now(), command.deadline());
        producer(context, command.operation(), life)
                .setDeliveryDelay(delay.toMillis())
                .send(queue, message(context, command));
    }

    /** Sends a result. A periodic one may be lost and is dropped after a while; any other is kept until it is taken. */
    public void send(JMSContext context, Destination queue, Result result) {
        send(context, queue, result, Duration.ZERO);
    }

    /**
     * Sends a result, or puts one back.
     *
     * @param delay before the plugin may take it; zero for at once
     */
    public void send(JMSContext context, Destination queue, Result result, Duration delay) {
        producer(context, result.operation(), PERIODIC_RESULT_LIFE)
                .setDeliveryDelay(delay.toMillis())
                .send(queue, message(context, result));
    }

    /** Tells who listens just now; it is said again soon. */
    public void send(JMSContext context, Destination topic, Closure closure) {
        context.createProducer()
                .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                .send(topic, text(context, codec.write(closure)));
    }

    private static JMSProducer producer(JMSContext context, Operation operation, Duration life) {
        JMSProducer producer = context.createProducer();
        return operation.periodic()
                ? producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT).setTimeToLive(Math.max(1, life.toMillis()))
                : producer;
    }

    /** Puts a text that nobody can read where people look, with the reason. */
    public void sendDeadLetter(JMSContext context, Destination queue, String body, String reason) {
        TextMessage message = text(context, body);
        set(message, MessageProperties.REASON, reason);
        context.createProducer().send(queue, message);
    }

    private TextMessage message(JMSContext context, Command command) {
        TextMessage message = text(context, codec.write(command));
        set(message, MessageProperties.OPERATION, command.operation().name());
        set(message, MessageProperties.DRIVER, command.device().driver());
        set(message, MessageProperties.REQUEST_ID, command.requestId());
        subject(message, command.device().deviceId(), command.loadBalancerId(), command.generation());
        return message;
    }

    private TextMessage message(JMSContext context, Result result) {
        TextMessage message = text(context, codec.write(result));
        set(message, MessageProperties.OPERATION, result.operation().name());
        subject(message, result.deviceId(), result.loadBalancerId(), result.generation());
        return message;
    }

    private static void subject(TextMessage message, UUID deviceId, UUID loadBalancerId, long generation) {
        set(message, MessageProperties.DEVICE_ID, deviceId.toString());
        if (loadBalancerId != null) {
            set(message, MessageProperties.LOAD_BALANCER_ID, loadBalancerId.toString());
            set(message, MessageProperties.GENERATION, generation);
        }
    }

    private static TextMessage text(JMSContext context, String body) {
        TextMessage message = context.createTextMessage(body);
        if (body.length() >= COMPRESS_FROM_CHARS) {
            set(message, COMPRESS, true);
        }
        return message;
    }

    private static void set(TextMessage message, String property, Object value) {
        try {
            if (value != null) {
                message.setObjectProperty(property, value);
            }
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
