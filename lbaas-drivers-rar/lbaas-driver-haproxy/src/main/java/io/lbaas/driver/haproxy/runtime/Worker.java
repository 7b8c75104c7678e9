package io.lbaas.driver.haproxy.runtime;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The worker that serves traffic. */
public final class Worker {
    static final String FRONTENDS = "show stat -1 1 -1";

    private final CommandSocket socket;
    private final FileReplacer files;

    public Worker(Host host, DeviceSettings settings) {
        socket = new CommandSocket(host, settings.workerSocket());
        files = new FileReplacer(socket, settings.tlsDirectory());
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
    public record Counted(Identity identity, List<StatRow> rows) {}

    public Counted frontends(Instant deadline) throws IOException {
        String answer = socket.ask("show info;" + FRONTENDS, deadline);
        return new Counted(
                identity(answer.substring(0, Math.max(0, answer.indexOf(StatRow.HEADER)))), StatRow.parse(answer));
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
     * Follows changes.
     *
     * @param names what the worker calls files whose names have changed since it was loaded
     * @return the same after the changes
     * @throws RuntimeRefusedException where the worker refused one; it may have done others
     */
    public Map<String, String> perform(RuntimeChanges changes, Map<String, String> names, Instant deadline)
            throws IOException, RuntimeRefusedException {
        Map<String, String> renamed = files.replace(changes.replacements(), names, deadline);
        attempt(changes.leftovers(), deadline);
        socket.perform(
                changes.commands().stream()
                        .map(command ->
                                new RuntimeChanges.Command(FileUse.renamed(command.text(), renamed), command.success()))
                        .toList(),
                deadline);
        attempt(changes.removals(), deadline);
        return renamed;
    }

    private void attempt(List<String> commands, Instant deadline) throws IOException {
        if (!commands.isEmpty()) {
            socket.ask(String.join(";", commands), deadline);
        }
    }
}
