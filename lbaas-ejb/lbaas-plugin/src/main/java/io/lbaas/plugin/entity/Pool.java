package io.lbaas.plugin.entity;

import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A pool. */
@Entity
public class Pool extends Child<PoolSpec> {

    @Convert(converter = JsonColumn.OfPool.class)
    private PoolSpec spec;

    @Convert(converter = JsonColumn.OfPool.class)
    @Column(name = "last_good")
    private PoolSpec lastGood;

    protected Pool() {}

    public Pool(UUID id, LoadBalancer loadBalancer, Labels labels, PoolSpec spec, Instant now) {
        super(id, loadBalancer, labels, now);
        this.spec = spec;
    }

    @Override
    public ObjectType type() {
        return ObjectType.POOL;
    }

    @Override
    public PoolSpec spec() {
        return spec;
    }

    @Override
    public PoolSpec lastGood() {
        return lastGood;
    }

    @Override
    protected void spec(PoolSpec changed) {
        spec = changed;
    }

    @Override
    protected void lastGood(PoolSpec good) {
        lastGood = good;
    }
}
