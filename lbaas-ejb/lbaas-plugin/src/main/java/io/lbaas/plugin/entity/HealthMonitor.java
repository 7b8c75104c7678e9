package io.lbaas.plugin.entity;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A health monitor of a pool. */
@Entity
@Table(name = "health_monitor")
public class HealthMonitor extends PoolChild<HealthMonitorSpec> {

    @Convert(converter = JsonColumn.OfHealthMonitor.class)
    private HealthMonitorSpec spec;

    @Convert(converter = JsonColumn.OfHealthMonitor.class)
    @Column(name = "last_good")
    private HealthMonitorSpec lastGood;

    protected HealthMonitor() {}

    public HealthMonitor(
            UUID id, LoadBalancer loadBalancer, UUID poolId, Labels labels, HealthMonitorSpec spec, Instant now) {
        super(id, loadBalancer, poolId, labels, now);
        this.spec = spec;
    }

    @Override
    public ObjectType type() {
        return ObjectType.HEALTH_MONITOR;
    }

    @Override
    public HealthMonitorSpec spec() {
        return spec;
    }

    @Override
    public HealthMonitorSpec lastGood() {
        return lastGood;
    }

    @Override
    protected void spec(HealthMonitorSpec changed) {
        spec = changed;
    }

    @Override
    protected void lastGood(HealthMonitorSpec good) {
        lastGood = good;
    }
}
