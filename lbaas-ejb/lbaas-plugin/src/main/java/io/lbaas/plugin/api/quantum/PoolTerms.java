package io.lbaas.plugin.api.quantum;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What a v1 pool says beside what every pool does.
 *
 * @param subnetId where its members are
 * @param provider null for the default
 * @param healthMonitors the one that checks its members, or none
 */
public record PoolTerms(
        @NotNull @CreateOnly UUID subnetId,
        @NotNull @CreateOnly QuantumProtocol protocol,
        @CreateOnly @Size(max = 64) String provider,
        @NotNull Method lbMethod,
        @NotNull @Default("[]") List<@NotNull UUID> healthMonitors) {

    /** How a member is chosen. */
    public enum Method {
        ROUND_ROBIN,
        LEAST_CONNECTIONS,
        SOURCE_IP
    }
}
