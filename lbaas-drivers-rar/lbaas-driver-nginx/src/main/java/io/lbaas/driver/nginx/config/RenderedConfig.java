package io.lbaas.driver.nginx.config;

import io.lbaas.driver.host.store.TlsFile;
import io.lbaas.model.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The configuration of one load balancer.
 *
 * @param parts by context; one without any lines may be missing
 * @param files that the lines name
 */
public record RenderedConfig(Map<Context, Part> parts, Collection<TlsFile> files) {

    private static final String LISTEN = "listen";

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

        private Optional<ObjectRef> owner(int line) {
            return line >= 1 && line <= owners.size() ? Optional.of(owners.get(line - 1)) : Optional.empty();
        }

        private Stream<ObjectRef> listening(Predicate<String> endpoint) {
            return IntStream.range(0, lines.size())
                    .filter(line -> {
                        String[] words = lines.get(line).strip().split("[ ;]", 3);
                        return words[0].equals(LISTEN) && endpoint.test(words[1]);
                    })
                    .mapToObj(owners::get);
        }
    }

    /** The text of each file, by what its name ends with. */
    public Map<String, String> texts() {
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().suffix(),
                        entry -> String.join("\n", entry.getValue().lines()) + "\n"));
    }

    /** The object that asked for a line, counted from 1, of the file whose name ends with a context's suffix. */
    public Optional<ObjectRef> owner(String file, int line) {
        return parts.entrySet().stream()
                .filter(entry -> file.endsWith(entry.getKey().suffix()))
                .findFirst()
                .flatMap(entry -> entry.getValue().owner(line));
    }

    /** The listener that has an address and port. */
    public Optional<ObjectRef> listening(Predicate<String> endpoint) {
        return parts.values().stream().flatMap(part -> part.listening(endpoint)).findFirst();
    }
}
