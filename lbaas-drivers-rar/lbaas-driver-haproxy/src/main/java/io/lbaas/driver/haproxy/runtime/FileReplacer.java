package io.lbaas.driver.haproxy.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a running worker other content for files that it has read, under the names that it knows them by. */
final class FileReplacer {
    /** HAProxy reads a command into a buffer of 16 KiB. */
    private static final int MAX_CONTENT = 15_000;

    private static final Pattern VERSION = Pattern.compile("New version created: (\\d+)");

    private final CommandSocket socket;
    private final Path directory;

    /** @param directory where the files are */
    FileReplacer(CommandSocket socket, Path directory) {
        this.socket = socket;
        this.directory = directory;
    }

    /**
     * Replaces files.
     *
     * @param names what the worker calls files whose names have changed since it was loaded
     * @return the same after it
     */
    Map<String, String> replace(List<Replacement> replacements, Map<String, String> names, Instant deadline)
            throws IOException, RuntimeRefusedException {
        Map<String, String> renamed = new HashMap<>(names);
        for (Replacement replacement : replacements) {
            renamed.remove(replacement.before());
        }
        for (Replacement replacement : replacements) {
            String name = names.getOrDefault(replacement.before(), replacement.before());
            renamed.put(replacement.after(), name);
            switch (replacement.kind()) {
                case IDENTITIES -> {
                    // What it lists is replaced.
                }
                case ADDRESSES -> addresses(name, replacement.content(), deadline);
                case IDENTITY, AUTHORITIES, REVOCATIONS -> material(name, replacement, deadline);
            }
        }
        return renamed;
    }

    private void material(String name, Replacement replacement, Instant deadline)
            throws IOException, RuntimeRefusedException {
        String object = replacement.kind().object() + " " + directory.resolve(name);
        // A blank line would end it.
        String content = replacement.content().replaceAll("\n\\s*\n", "\n");
        require(content.length() <= MAX_CONTENT, "The file is too long for a command");
        String set = socket.ask("set " + object + " <<\n" + content, deadline);
        require(set.contains("ransaction created"), set);
        String committed = socket.ask("commit " + object, deadline);
        require(committed.contains("Success!"), committed);
    }

    private void addresses(String name, String content, Instant deadline) throws IOException, RuntimeRefusedException {
        String prepared = socket.ask("prepare acl " + name, deadline);
        Matcher version = VERSION.matcher(prepared);
        require(version.find(), prepared);
        String list = "@" + version.group(1) + " " + name;
        List<RuntimeChanges.Command> commands = content.lines()
                .map(network -> new RuntimeChanges.Command("add acl " + list + " " + network, ""))
                .toList();
        socket.perform(commands, deadline);
        socket.perform(List.of(new RuntimeChanges.Command("commit acl " + list, "")), deadline);
    }

    private static void require(boolean done, String otherwise) throws RuntimeRefusedException {
        if (!done) {
            throw new RuntimeRefusedException(otherwise.strip());
        }
    }
}
