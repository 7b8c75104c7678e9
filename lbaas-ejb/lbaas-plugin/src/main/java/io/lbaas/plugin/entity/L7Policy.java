package io.lbaas.plugin.entity;

import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** An L7 policy of a listener. */
@Entity
@Table(name = "l7_policy")
public class L7Policy extends Child<L7PolicySpec> {

    @Column(name = "listener_id")
    private UUID listenerId;

    @Convert(converter = JsonColumn.OfL7Policy.class)
    private L7PolicySpec spec;

    @Convert(converter = JsonColumn.OfL7Policy.class)
    @Column(name = "last_good")
    private L7PolicySpec lastGood;

    protected L7Policy() {}

    public L7Policy(
            UUID id, LoadBalancer loadBalancer, UUID listenerId, Labels labels, L7PolicySpec spec, Instant now) {
        super(id, loadBalancer, labels, now);
        this.listenerId = listenerId;
        this.spec = spec;
    }

    @Override
    public ObjectType type() {
        return ObjectType.L7_POLICY;
    }

    @Override
    public L7PolicySpec spec() {
        return spec;
    }

    @Override
    public L7PolicySpec lastGood() {
        return lastGood;
    }

    @Override
    protected void spec(L7PolicySpec changed) {
        spec = changed;
    }

    @Override
    protected void lastGood(L7PolicySpec good) {
        lastGood = good;
    }

    public UUID listenerId() {
        return listenerId;
    }

    @Override
    public UUID ownerId() {
        return listenerId;
    }

    /** Puts the policy elsewhere among its siblings, in whatever form the device has it. */
    public void position(int position) {
        if (spec.position() != position) {
            amend(spec.withPosition(position), lastGood);
        }
    }

    /** Whether traffic goes to that pool, as it is asked for or as the device has it. */
    public boolean redirectsTo(UUID poolId) {
        return Stream.of(spec, lastGood)
                .filter(Objects::nonNull)
                .anyMatch(form -> poolId.equals(form.redirectPoolId()));
    }
}
