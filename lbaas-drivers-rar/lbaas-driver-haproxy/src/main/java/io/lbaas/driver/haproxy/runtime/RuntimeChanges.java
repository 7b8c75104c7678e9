package io.lbaas.driver.haproxy.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What makes a running worker follow from one configuration to the next, where it can.
 *
 * @param replacements of files that it has read
 * @param leftovers of earlier removals that are in the way; may fail
 * @param commands each must succeed
 * @param removals may fail: a server that still has connections stays, in maintenance, until the next reload
 */
public record RuntimeChanges(
        List<Replacement> replacements, List<String> leftovers, List<Command> commands, List<String> removals) {

    /**
     * A command.
     *
     * @param success matches the answer when it was done
     */
    record Command(String text, String success) {}

    /**
     * The changes between two configurations of a load balancer, empty where they need a reload.
     *
     * @param contents of the files that either names
     */
    public static Optional<RuntimeChanges> between(List<String> before, List<String> after, Contents contents)
            throws IOException {
        Parts old = Parts.of(before);
        Parts fresh = Parts.of(after);
        Replacements replacements = new Replacements(contents);
        if (!old.fixed().equals(fresh.fixed()) || !replacements.add(old.files(), fresh.files())) {
            return Optional.empty();
        }
        RuntimeChanges changes =
                new RuntimeChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        changes.limit(old.limits(), fresh.limits());
        if (!changes.follow(old, fresh, replacements)) {
            return Optional.empty();
        }
        changes.replacements.addAll(replacements.list());
        return Optional.of(changes);
    }

    private void limit(Map<String, String> before, Map<String, String> after) {
        after.forEach((frontend, limit) -> {
            if (!limit.equals(before.get(frontend))) {
                silent("set maxconn frontend " + frontend + " " + limit);
            }
        });
    }

    private boolean follow(Parts old, Parts fresh, Replacements replacements) throws IOException {
        Map<String, ServerLine> gone = new LinkedHashMap<>(old.servers());
        Set<String> grown = new LinkedHashSet<>();
        for (ServerLine server : fresh.servers().values()) {
            ServerLine was = gone.remove(server.path());
            if (was == null && server.addable()) {
                add(server);
                grown.add(server.backend());
            } else if (was != null && was.settableTo(server) && replacements.add(was.files(), server.files())) {
                set(was, server);
            } else {
                return false;
            }
        }
        // A server that was added has no cookie before its backend's are made anew.
        grown.retainAll(fresh.cookieKeys().keySet());
        grown.forEach(backend -> silent("set dynamic-cookie-key backend " + backend + " "
                + fresh.cookieKeys().get(backend)));
        gone.values().forEach(this::remove);
        return true;
    }

    /** A server begins in maintenance, without checks. */
    private void add(ServerLine server) {
        leftovers.add("del server " + server.path());
        commands.add(new Command(
                "add server %s %s weight %s%s"
                        .formatted(server.path(), server.address(), server.weight(), server.spokenOptions()),
                "New server registered\\."));
        if (server.checked()) {
            silent("enable health " + server.path());
        }
        if (!server.disabled()) {
            silent("enable server " + server.path());
        }
    }

    private void set(ServerLine was, ServerLine server) {
        if (!was.address().equals(server.address())) {
            commands.add(new Command(
                    "set server " + server.path() + " addr " + server.host() + " port " + server.port(),
                    "(IP|port) changed .*|no need to change .*"));
        }
        if (!was.weight().equals(server.weight())) {
            silent("set server " + server.path() + " weight " + server.weight());
        }
        if (was.disabled() != server.disabled()) {
            silent("set server " + server.path() + " state " + (server.disabled() ? "maint" : "ready"));
        }
    }

    private void remove(ServerLine server) {
        silent("set server " + server.path() + " state maint");
        removals.add("del server " + server.path());
    }

    private void silent(String command) {
        commands.add(new Command(command, ""));
    }
}
