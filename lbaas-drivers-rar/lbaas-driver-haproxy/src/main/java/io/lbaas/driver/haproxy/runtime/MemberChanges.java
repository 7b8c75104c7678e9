package io.lbaas.driver.haproxy.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commands that make a running worker follow from one configuration to the next, where only members differ.
 *
 * @param leftovers of earlier removals that are in the way; may fail
 * @param commands each must succeed
 * @param removals may fail: a server that still has connections stays, in maintenance, until the next reload
 */
public record MemberChanges(List<String> leftovers, List<Command> commands, List<String> removals) {

    private static final String COOKIE_KEY = "    dynamic-cookie-key ";

    /** A command with the words that the answer to it has when it was done. */
    public record Command(String text, String success) {}

    /** The changes between two configurations of a load balancer, empty where they need a reload. */
    public static Optional<MemberChanges> between(List<String> before, List<String> after) {
        Map<String, ServerLine> old = new LinkedHashMap<>();
        Map<String, ServerLine> fresh = new LinkedHashMap<>();
        if (!split(before, old).equals(split(after, fresh))) {
            return Optional.empty();
        }
        MemberChanges changes = new MemberChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ServerLine server : fresh.values()) {
            ServerLine was = old.remove(server.path());
            if (was == null ? !server.addable() : !was.settableTo(server)) {
                return Optional.empty();
            }
            if (was == null) {
                changes.add(server);
            } else {
                changes.set(was, server);
            }
        }
        changes.makeCookies(after);
        old.values().forEach(changes::remove);
        return Optional.of(changes);
    }

    /** Takes the servers out; what remains must not differ. */
    private static List<String> split(List<String> lines, Map<String, ServerLine> servers) {
        List<String> others = new ArrayList<>();
        String section = "";
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                section = line.substring(line.indexOf(' ') + 1);
            }
            Optional<ServerLine> server = ServerLine.parse(section, line);
            server.ifPresentOrElse(found -> servers.put(found.path(), found), () -> others.add(line));
        }
        return others;
    }

    /** A server begins in maintenance, without checks. */
    private void add(ServerLine server) {
        leftovers.add("del server " + server.path());
        commands.add(new Command(
                "add server %s %s weight %s%s"
                        .formatted(server.path(), server.address(), server.weight(), server.options()),
                "New server registered."));
        if (server.checked()) {
            silent("enable health " + server.path());
        }
        if (!server.disabled()) {
            silent("enable server " + server.path());
        }
    }

    /** A server that was added has no cookie before its backend's are made anew. */
    private void makeCookies(List<String> config) {
        String section = "";
        for (String line : config) {
            section = line.startsWith(" ") ? section : line.substring(line.indexOf(' ') + 1);
            String added = "add server " + section + "/";
            if (line.startsWith(COOKIE_KEY)
                    && commands.stream().anyMatch(command -> command.text().startsWith(added))) {
                silent("set dynamic-cookie-key backend " + section + " " + line.substring(COOKIE_KEY.length()));
            }
        }
    }

    private void set(ServerLine was, ServerLine server) {
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
