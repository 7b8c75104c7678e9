package io.lbaas.plugin.api.quantum;

import io.lbaas.model.attribute.CreateOnly;
import jakarta.validation.constraints.NotNull;

/** What narrows a v1 health monitor: fewer kinds of check. */
public record MonitorTerms(@NotNull @CreateOnly Type type) {

    /** The kinds of check that v1 knows. */
    public enum Type {
        PING,
        TCP,
        HTTP,
        HTTPS
    }
}
