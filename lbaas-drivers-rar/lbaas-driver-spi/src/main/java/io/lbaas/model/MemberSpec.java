package io.lbaas.model;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a tenant asks of a member of a pool.
 *
 * @param address IPv4 or IPv6 literal
 * @param weight share of the traffic, 0 (drain) to 256
 * @param backup receives traffic only when all other members are down
 * @param monitorAddress where the health check goes, null for {@code address}
 * @param monitorPort where the health check goes, null for {@code protocolPort}
 */
public record MemberSpec(
        @NotNull @CreateOnly String address,
        @NotNull @Min(1) @Max(65535) @CreateOnly Integer protocolPort,
        @NotNull @Min(0) @Max(256) @Default("1") Integer weight,
        @NotNull @Default("false") Boolean backup,
        @NotNull @Default("true") Boolean adminStateUp,
        @CreateOnly UUID subnetId,
        String monitorAddress,
        @Min(1) @Max(65535) Integer monitorPort) {}
