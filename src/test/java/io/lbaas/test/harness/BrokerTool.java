package io.lbaas.test.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenMQ's {@code imqcmd}, which knows the broker from outside of our code.
 *
 * @param openMq where the distribution is
 * @param passwordFile in the form of {@code imqcmd -passfile}
 */
public record BrokerTool(Path openMq, int port, Path passwordFile) {
    private static final String MAIN = "com.sun.messaging.jmq.admin.apps.broker.BrokerCmd";
    private static final Pattern MESSAGES = Pattern.compile("Current Number of Messages\\s+Actual\\s+(\\d+)");

    /** Runs a command and returns what it printed. */
    public String run(String... command) {
        List<String> line = new ArrayList<>(List.of("java", "-cp", openMq.resolve("lib") + "/*", MAIN));
        line.addAll(List.of(command));
        line.addAll(List.of("-b", "127.0.0.1:" + port, "-u", "admin", "-passfile", passwordFile.toString(), "-f"));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many messages a queue holds, those that consumers have not acknowledged included. */
    public int messages(String queue) {
        String answer = run("query", "dst", "-t", "q", "-n", queue);
        Matcher matcher = MESSAGES.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException(answer);
        }
        return Integer.parseInt(matcher.group(1));
    }

    public boolean hasPreparedTransactions() {
        return run("list", "txn").contains("PREPARED");
    }

    /** Keeps messages in a queue from its consumers. */
    public void pauseConsumers(String queue) {
        run("pause", "dst", "-t", "q", "-n", queue, "-pst", "CONSUMERS");
    }

    public void resume(String queue) {
        run("resume", "dst", "-t", "q", "-n", queue);
    }
}
