package io.lbaas.agent.queue;

import io.lbaas.agent.command.Answer;
import io.lbaas.agent.command.CommandHandler;
import io.lbaas.message.Command;
import io.lbaas.message.MessageCodec;
import io.lbaas.message.Queues;
import io.lbaas.message.UnreadableMessageException;
import io.lbaas.message.jms.MessageSender;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;

/**
 * Gives each message its answer. An exception rolls the transaction back, so that the message is delivered again; what
 * nobody can read is put aside instead, so that it blocks nothing.
 */
@ApplicationScoped
public class CommandExchange {
    private static final System.Logger LOG = System.getLogger(CommandExchange.class.getName());

    private final MessageCodec codec = new MessageCodec();
    private final MessageSender sender = new MessageSender(codec);

    @Inject
    private CommandHandler handler;

    @Resource(lookup = Queues.CONNECTION_FACTORY)
    private ConnectionFactory connections;

    @Resource(lookup = Queues.COMMANDS)
    private Queue commands;

    @Resource(lookup = Queues.RESULTS)
    private Queue results;

    @Resource(lookup = Queues.DEAD_LETTERS)
    private Queue deadLetters;

    void answer(Message message) {
        String body = body(message);
        try {
            Command command = codec.readCommand(body);
            send(handler.handle(command));
        } catch (UnreadableMessageException e) {
            LOG.log(System.Logger.Level.ERROR, "A command is put aside: {0}", e.getMessage());
            try (JMSContext context = connections.createContext()) {
                sender.sendDeadLetter(context, deadLetters, body, e.getMessage());
            }
        }
    }

    private void send(Answer answer) {
        try (JMSContext context = connections.createContext()) {
            if (answer instanceof Answer.Report report) {
                sender.send(context, results, report.result());
            } else if (answer instanceof Answer.Later later) {
                sender.send(context, commands, later.command(), later.delay());
            }
        }
    }

    /** The text of a message, empty where it is of another kind. */
    private static String body(Message message) {
        try {
            return message instanceof TextMessage text && text.getText() != null ? text.getText() : "";
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
