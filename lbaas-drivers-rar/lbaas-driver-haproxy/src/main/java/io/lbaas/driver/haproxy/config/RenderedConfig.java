package io.lbaas.driver.haproxy.config;

import io.lbaas.model.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of one load balancer.
 *
 * @param lines without line ends
 * @param owners the object that asked for each line
 */
public record RenderedConfig(List<String> lines, List<ObjectRef> owners) {

    public RenderedConfig {
        lines = List.copyOf(lines);
        owners = List.copyOf(owners);
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The object that asked for a line, counted from 1. */
    public Optional<ObjectRef> owner(int line) {
        return line >= 1 && line <= owners.size() ? Optional.of(owners.get(line - 1)) : Optional.empty();
    }
}
