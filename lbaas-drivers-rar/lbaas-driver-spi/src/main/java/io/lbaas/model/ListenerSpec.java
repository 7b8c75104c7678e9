package io.lbaas.model;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import io.lbaas.model.attribute.Flattened;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a tenant asks of a listener. Timeouts are in milliseconds, at most 24 days, as in the API.
 *
 * @param connectionLimit concurrent connections, -1 for no limit
 * @param defaultPoolId where requests go, null for nowhere
 * @param insertHeaders headers that the device adds to requests, by name; the value {@code true} switches one on
 * @param allowedCidrs the only sources that may connect, null for all
 * @param tls how TLS is terminated
 */
public record ListenerSpec(
        @NotNull @CreateOnly ListenerProtocol protocol,
        @NotNull @Min(1) @Max(65535) @CreateOnly Integer protocolPort,
        @NotNull @Default("true") Boolean adminStateUp,
        @NotNull @Min(-1) @Default("-1") Integer connectionLimit,
        UUID defaultPoolId,
        @NotNull @Default("{}") Map<String, @Size(max = 255) String> insertHeaders,
        @NotNull @Min(0) @Max(MAX_TIMEOUT) @Default("50000") Integer timeoutClientData,
        @NotNull @Min(0) @Max(MAX_TIMEOUT) @Default("5000") Integer timeoutMemberConnect,
        @NotNull @Min(0) @Max(MAX_TIMEOUT) @Default("50000") Integer timeoutMemberData,
        @NotNull @Min(0) @Max(MAX_TIMEOUT) @Default("0") Integer timeoutTcpInspect,
        List<String> allowedCidrs,
        @NotNull @Valid @Flattened ListenerTls tls) {

    /** 24 days in milliseconds. */
    public static final int MAX_TIMEOUT = 2_073_600_000;

    /** Sorts the headers, so that equal listeners are written alike. Documents from before there was TLS have none. */
    public ListenerSpec {
        insertHeaders = insertHeaders == null ? null : Collections.unmodifiableMap(new TreeMap<>(insertHeaders));
        tls = tls == null ? ListenerTls.NONE : tls;
    }

    /** The same listener with another default pool; null takes the pool away. */
    public ListenerSpec withDefaultPool(UUID poolId) {
        return with(poolId, allowedCidrs, tls);
    }

    /** The same listener with other sources that may connect; null for all. */
    public ListenerSpec withAllowedCidrs(List<String> cidrs) {
        return with(defaultPoolId, cidrs, tls);
    }

    /** The same listener with TLS terminated in another way. */
    public ListenerSpec withTls(ListenerTls otherTls) {
        return with(defaultPoolId, allowedCidrs, otherTls);
    }

    private ListenerSpec with(UUID poolId, List<String> cidrs, ListenerTls otherTls) {
        return new ListenerSpec(
                protocol,
                protocolPort,
                adminStateUp,
                connectionLimit,
                poolId,
                insertHeaders,
                timeoutClientData,
                timeoutMemberConnect,
                timeoutMemberData,
                timeoutTcpInspect,
                cidrs,
                otherTls);
    }
}
