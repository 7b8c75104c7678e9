package io.lbaas.driver.haproxy.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which files of the next configuration take the places of which of the one before. A worker knows a file by the name
 * it was loaded with, so each must have exactly one successor.
 */
final class Replacements {
    private final Contents contents;
    private final Map<String, FileUse> successors = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    Replacements(Contents contents) {
        this.contents = contents;
    }

    /** Notes the files of a line before and after; false where that needs a reload. */
    boolean add(List<FileUse> before, List<FileUse> after) throws IOException {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!add(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean add(FileUse before, FileUse after) throws IOException {
        FileUse known = successors.putIfAbsent(before.name(), after);
        if (known != null) {
            return known.equals(after);
        }
        return taken.add(after.name())
                && (after.kind() != FileKind.IDENTITIES || add(identities(before), identities(after)));
    }

    private List<FileUse> identities(FileUse list) throws IOException {
        return contents.read(list.name())
                .lines()
                .map(name -> new FileUse(FileKind.IDENTITY, name))
                .toList();
    }

    List<Replacement> list() throws IOException {
        List<Replacement> replacements = new ArrayList<>();
        for (Map.Entry<String, FileUse> successor : successors.entrySet()) {
            FileUse after = successor.getValue();
            if (!after.name().equals(successor.getKey())) {
                replacements.add(
                        new Replacement(after.kind(), successor.getKey(), after.name(), contents.read(after.name())));
            }
        }
        return replacements;
    }
}
