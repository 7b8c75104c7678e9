package io.lbaas.model;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import io.lbaas.model.attribute.Flattened;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * What a tenant asks of a pool.
 *
 * @param sessionPersistence how clients stay with a member, null for not at all
 * @param tls how members are spoken to
 */
public record PoolSpec(
        @NotNull @CreateOnly PoolProtocol protocol,
        @NotNull Algorithm lbAlgorithm,
        @NotNull @Default("true") Boolean adminStateUp,
        @Valid SessionPersistence sessionPersistence,
        @NotNull @Valid @Flattened PoolTls tls) {

    /** Documents from before there was TLS have none. */
    public PoolSpec {
        tls = tls == null ? PoolTls.NONE : tls;
    }

    /** A pool whose members are spoken to in the clear. */
    public PoolSpec(
            PoolProtocol protocol, Algorithm lbAlgorithm, Boolean adminStateUp, SessionPersistence sessionPersistence) {
        this(protocol, lbAlgorithm, adminStateUp, sessionPersistence, PoolTls.NONE);
    }

    /** The same pool, whose members are spoken to in another way. */
    public PoolSpec withTls(PoolTls otherTls) {
        return new PoolSpec(protocol, lbAlgorithm, adminStateUp, sessionPersistence, otherTls);
    }

    /** The same pool with another persistence; null for none. */
    public PoolSpec withSessionPersistence(SessionPersistence persistence) {
        return new PoolSpec(protocol, lbAlgorithm, adminStateUp, persistence, tls);
    }
}
