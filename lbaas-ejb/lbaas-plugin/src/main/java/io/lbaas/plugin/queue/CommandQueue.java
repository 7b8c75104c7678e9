package io.lbaas.plugin.queue;

import io.lbaas.message.Closure;
import io.lbaas.message.Command;
import io.lbaas.message.MessageCodec;
import io.lbaas.message.Queues;
import io.lbaas.message.Result;
import io.lbaas.message.jms.MessageSender;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.time.Duration;
import java.util.function.Consumer;

/** Sends, as part of the transaction of the caller. Every method may throw {@link jakarta.jms.JMSRuntimeException}. */
@ApplicationScoped
public class CommandQueue {

    private final MessageSender sender = new MessageSender(new MessageCodec());

    @Resource(lookup = Queues.CONNECTION_FACTORY)
    private ConnectionFactory connections;

    @Resource(lookup = Queues.COMMANDS)
    private Queue commands;

    @Resource(lookup = Queues.RESULTS)
    private Queue results;

    @Resource(lookup = Queues.PERIODIC)
    private Queue periodic;

    @Resource(lookup = Queues.CLOSURES)
    private Topic closures;

    @Resource(lookup = Queues.DEAD_LETTERS)
    private Queue deadLetters;

    /** Orders a configuration change. */
    public void send(Command command) {
        with(context -> sender.send(context, commands, command, Duration.ZERO));
    }

    /** Orders what will be ordered again soon anyway. */
    public void sendPeriodic(Command command) {
        with(context -> sender.send(context, periodic, command, Duration.ZERO));
    }

    /** Takes back, from all agents, what is on its way to devices. */
    public void close(Closure closure) {
        with(context -> sender.send(context, closures, closure));
    }

    /** Puts a result back that came before what it is about could be seen. */
    public void postpone(Result result, Duration delay) {
        with(context -> sender.send(context, results, result.again(), delay));
    }

    /** Puts aside what cannot be read. */
    public void bury(String body, String reason) {
        with(context -> sender.sendDeadLetter(context, deadLetters, body, reason));
    }

    private void with(Consumer<JMSContext> action) {
        try (JMSContext context = connections.createContext()) {
            action.accept(context);
        }
    }
}
