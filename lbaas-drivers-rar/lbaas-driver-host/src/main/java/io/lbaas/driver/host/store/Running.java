package io.lbaas.driver.host.store;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The record of what the worker runs: it was loaded with one revision, and changes at runtime made it equal to another.
 *
 * @param loaded the revision the worker was loaded with, which it shows as its description
 * @param current the revision of the files that it is equal to
 * @param names what the worker calls files whose content was replaced at runtime, by the names that the files have
 */
public record Running(String loaded, String current, Map<String, String> names) {

    public Running {
        names = Map.copyOf(names);
    }

    static Running parse(String text) {
        String[] lines = text.strip().split("\n", -1);
        String[] words = lines[0].split(" ", 2);
        Map<String, String> names = text.lines()
                .skip(1)
                .map(line -> line.split(" ", 2))
                // A crash can cut the last one short.
                .filter(line -> line.length == 2)
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        return new Running(words[0], words.length == 2 ? words[1] : "", names);
    }

    String text() {
        return loaded + " " + current + "\n"
                + names.entrySet().stream()
                        .map(name -> name.getKey() + " " + name.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining());
    }
}
