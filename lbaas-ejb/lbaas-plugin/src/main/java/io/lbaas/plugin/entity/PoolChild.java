package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * An object that belongs to a pool and goes with it.
 *
 * @param <S> the spec of the object
 */
@MappedSuperclass
public abstract class PoolChild<S> extends Child<S> {

    @Column(name = "pool_id")
    private UUID poolId;

    protected PoolChild() {}

    protected PoolChild(UUID id, LoadBalancer loadBalancer, UUID poolId, Labels labels, Instant now) {
        super(id, loadBalancer, labels, now);
        this.poolId = poolId;
    }

    public UUID poolId() {
        return poolId;
    }

    @Override
    public UUID ownerId() {
        return poolId;
    }

    /** Moves to another pool. */
    public void moveTo(Pool pool) {
        poolId = pool.id();
    }
}
