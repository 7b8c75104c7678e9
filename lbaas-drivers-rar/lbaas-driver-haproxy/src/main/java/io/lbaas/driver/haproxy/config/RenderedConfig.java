package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.host.store.TlsFile;
import io.lbaas.model.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of one load balancer.
 *
 * @param lines without line ends
 * @param owners the object that asked for each line
 * @param files that the lines name
 */
public record RenderedConfig(List<String> lines, List<ObjectRef> owners, Collection<TlsFile> files) {

    public RenderedConfig {
        lines = List.copyOf(lines);
        owners = List.copyOf(owners);
        files = List.copyOf(files);
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The object that asked for a line, counted from 1. */
    public Optional<ObjectRef> owner(int line) {
        return line >= 1 && line <= owners.size() ? Optional.of(owners.get(line - 1)) : Optional.empty();
    }
}
