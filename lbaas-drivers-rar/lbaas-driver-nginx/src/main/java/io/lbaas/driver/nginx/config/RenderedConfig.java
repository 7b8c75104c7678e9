package io.lbaas.driver.nginx.config;

import io.lbaas.driver.host.store.TlsFile;
import io.lbaas.model.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration of one load balancer.
 *
 * @param parts by context; one without any lines may be missing
 * @param files that the lines name
 */
public record RenderedConfig(Map<Context, Part> parts, Collection<TlsFile> files) {

    /** What a removed load balancer has. */
    public static final RenderedConfig NOTHING = new RenderedConfig(Map.of(), List.of());

    public RenderedConfig {
        parts = Map.copyOf(parts);
        files = List.copyOf(files);
    }

    /**
     * What one context reads.
     *
     * @param lines without line ends
     * @param owners the object that asked for each line
     */
    public record Part(List<String> lines, List<ObjectRef> owners) {

        public Part {
            lines = List.copyOf(lines);
            owners = List.copyOf(owners);
        }

        /** The object that asked for a line, counted from 1. */
        public Optional<ObjectRef> owner(int line) {
            return line >= 1 && line <= owners.size() ? Optional.of(owners.get(line - 1)) : Optional.empty();
        }

        /** The object whose line holds some text. */
        public Optional<ObjectRef> owner(String text) {
            return lines.stream()
                    .filter(line -> line.contains(text))
                    .findFirst()
                    .flatMap(line -> owner(lines.indexOf(line) + 1));
        }
    }

    /** Each context's text. */
    public Map<Context, String> texts() {
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> String.join("\n", entry.getValue().lines()) + "\n"));
    }

    /** All objects that asked for anything. */
    public Set<ObjectRef> owners() {
        return parts.values().stream().flatMap(part -> part.owners().stream()).collect(Collectors.toSet());
    }
}
