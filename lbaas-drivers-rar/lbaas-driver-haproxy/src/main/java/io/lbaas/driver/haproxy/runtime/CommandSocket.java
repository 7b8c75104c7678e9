package io.lbaas.driver.haproxy.runtime;

import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One of HAProxy's command sockets: a connection for each line of commands. */
final class CommandSocket {
    /** HAProxy reads a line into a buffer of 16 KiB. */
    private static final int MAX_LINE = 8_000;

    private final Host host;
    private final Path path;

    CommandSocket(Host host, Path path) {
        this.host = host;
        this.path = path;
    }

    /** Sends a line and reads all of the answer; throws as {@link Host#exchange}. */
    String ask(String line, Instant deadline) throws IOException {
        return host.exchange(path, line + "\n", deadline);
    }

    /**
     * Has commands done, many with one line.
     *
     * @throws RuntimeRefusedException where one was refused; those after it may have been done
     */
    void perform(List<RuntimeChanges.Command> commands, Instant deadline) throws IOException, RuntimeRefusedException {
        List<RuntimeChanges.Command> some = new ArrayList<>();
        int length = 0;
        for (RuntimeChanges.Command command : commands) {
            length += command.text().length() + 1;
            if (length > MAX_LINE) {
                performLine(some, deadline);
                some.clear();
                length = command.text().length();
            }
            some.add(command);
        }
        performLine(some, deadline);
    }

    private void performLine(List<RuntimeChanges.Command> commands, Instant deadline)
            throws IOException, RuntimeRefusedException {
        if (commands.isEmpty()) {
            return;
        }
        String line = String.join(
                ";", commands.stream().map(RuntimeChanges.Command::text).toList());
        List<String> answers = ask(line, deadline)
                .lines()
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .toList();
        List<String> successes = commands.stream()
                .map(RuntimeChanges.Command::success)
                .filter(success -> !success.isEmpty())
                .toList();
        boolean done = answers.size() == successes.size();
        for (int i = 0; done && i < answers.size(); i++) {
            done = answers.get(i).matches(successes.get(i));
        }
        if (!done) {
            throw new RuntimeRefusedException(String.join("; ", answers));
        }
    }
}
