package io.lbaas.driver.host.ssh;

import java.util.List;
import java.util.stream.Collectors;

/** A command as the one line that SSH carries, from which a POSIX shell makes the same words again. */
final class ShellWords {
    private ShellWords() {}

    static String line(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /** Within single quotes nothing means anything, but for the quote that ends them. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
