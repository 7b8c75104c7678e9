package io.lbaas.driver.haproxy.runtime;

import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The worker that serves traffic. */
public final class Worker {
    private final CommandSocket socket;

    public Worker(Host host, Path path) {
        socket = new CommandSocket(host, path);
    }

    /**
     * Who answers.
     *
     * @param epoch names this process and no other
     * @param revision what it was loaded with
     */
    public record Identity(String epoch, String revision) {}

    public Identity identity(Instant deadline) throws IOException {
        return identity(socket.ask("show info", deadline));
    }

    private static Identity identity(String info) {
        Map<String, String> fields = info.lines()
                .filter(line -> line.contains(": "))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (first, second) -> first));
        return new Identity(
                fields.getOrDefault("Pid", "") + "-" + fields.getOrDefault("Start_time_sec", ""),
                fields.getOrDefault("description", ""));
    }

    /** Counters of all frontends and who counted them. */
    public record Counted(String epoch, List<StatRow> rows) {}

    public Counted frontends(Instant deadline) throws IOException {
        String answer = socket.ask("show info;show stat -1 1 -1", deadline);
        return new Counted(identity(answer).epoch(), StatRow.parse(answer));
    }

    /** Every proxy and server. */
    public List<StatRow> stat(Instant deadline) throws IOException {
        return StatRow.parse(socket.ask("show stat", deadline));
    }

    /** Servers of which a check said that they are down, in the form that HAProxy reads again when it starts. */
    public String serversDown(Instant deadline) throws IOException {
        return ServerState.down(socket.ask("show servers state", deadline));
    }

    /**
     * Follows changes of members.
     *
     * @throws RuntimeRefusedException where the worker refused one; it may have done others
     */
    public void perform(MemberChanges changes, Instant deadline) throws IOException, RuntimeRefusedException {
        attempt(changes.leftovers(), deadline);
        for (MemberChanges.Command command : changes.commands()) {
            String answer = socket.ask(command.text(), deadline).strip();
            if (!answer.equals(command.success())) {
                throw new RuntimeRefusedException(answer);
            }
        }
        attempt(changes.removals(), deadline);
    }

    private void attempt(List<String> commands, Instant deadline) throws IOException {
        if (!commands.isEmpty()) {
            socket.ask(String.join(";", commands), deadline);
        }
    }
}
