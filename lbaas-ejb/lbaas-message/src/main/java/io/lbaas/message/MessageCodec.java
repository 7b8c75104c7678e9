package io.lbaas.message;

import io.lbaas.message.json.RecordJson;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;

/** Writes commands, results and closures as JSON text and reads them back. Safe for all threads; expensive to make. */
public final class MessageCodec {
    /** Grows when readers of the former version could misunderstand what is written. */
    public static final int VERSION = 1;

    private final Jsonb jsonb = RecordJson.create();

    private record CommandMessage(int version, Command command) {}

    private record ResultMessage(int version, Result result) {}

    private record ClosureMessage(int version, Closure closure) {}

    public String write(Command command) {
        return jsonb.toJson(new CommandMessage(VERSION, command));
    }

    public String write(Result result) {
        return jsonb.toJson(new ResultMessage(VERSION, result));
    }

    public String write(Closure closure) {
        return jsonb.toJson(new ClosureMessage(VERSION, closure));
    }

    /**
     * Reads a command.
     *
     * @throws UnreadableMessageException where the text is no command of this version
     */
    public Command readCommand(String text) throws UnreadableMessageException {
        CommandMessage message = read(text, CommandMessage.class);
        return complete(message.version(), message.command());
    }

    /**
     * Reads a result.
     *
     * @throws UnreadableMessageException where the text is no result of this version
     */
    public Result readResult(String text) throws UnreadableMessageException {
        ResultMessage message = read(text, ResultMessage.class);
        return complete(message.version(), message.result());
    }

    /**
     * Reads a closure.
     *
     * @throws UnreadableMessageException where the text is no closure of this version
     */
    public Closure readClosure(String text) throws UnreadableMessageException {
        ClosureMessage message = read(text, ClosureMessage.class);
        return complete(message.version(), message.closure());
    }

    private <T> T read(String text, Class<T> type) throws UnreadableMessageException {
        try {
            T message = jsonb.fromJson(text, type);
            if (message == null) {
                throw new UnreadableMessageException("The message is null", null);
            }
            return message;
        } catch (JsonbException | JsonException | IllegalStateException e) {
            throw new UnreadableMessageException(reason(e), e);
        }
    }

    private static <T> T complete(int version, T content) throws UnreadableMessageException {
        if (version != VERSION) {
            throw new UnreadableMessageException("The message has version " + version + ", not " + VERSION, null);
        }
        if (content == null) {
            throw new UnreadableMessageException("The message is of another kind", null);
        }
        return content;
    }

    /** The innermost words, which say what is wrong rather than where it was noticed. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return "The message cannot be read: " + innermost.getMessage();
    }
}
