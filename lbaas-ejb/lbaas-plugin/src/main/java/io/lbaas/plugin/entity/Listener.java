package io.lbaas.plugin.entity;

import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.model.Transport;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** A listener. */
@Entity
public class Listener extends Child<ListenerSpec> {

    @Convert(converter = JsonColumn.OfListener.class)
    private ListenerSpec spec;

    @Convert(converter = JsonColumn.OfListener.class)
    @Column(name = "last_good")
    private ListenerSpec lastGood;

    /** With the load balancer and the transport unique, as second line of defence behind the rules. */
    private int port;

    @Enumerated(EnumType.STRING)
    private Transport transport;

    protected Listener() {}

    public Listener(UUID id, LoadBalancer loadBalancer, Labels labels, ListenerSpec spec, Instant now) {
        super(id, loadBalancer, labels, now);
        this.spec = spec;
        this.port = spec.protocolPort();
        this.transport = spec.protocol().transport();
    }

    @Override
    public ObjectType type() {
        return ObjectType.LISTENER;
    }

    @Override
    public ListenerSpec spec() {
        return spec;
    }

    @Override
    public ListenerSpec lastGood() {
        return lastGood;
    }

    @Override
    protected void spec(ListenerSpec changed) {
        spec = changed;
    }

    @Override
    protected void lastGood(ListenerSpec good) {
        lastGood = good;
    }

    public int port() {
        return port;
    }

    public Transport transport() {
        return transport;
    }

    /** Forgets a pool that is gone. */
    public void dropDefaultPool(UUID poolId) {
        amend(without(spec, poolId), without(lastGood, poolId));
    }

    private static ListenerSpec without(ListenerSpec spec, UUID poolId) {
        return spec != null && poolId.equals(spec.defaultPoolId()) ? spec.withDefaultPool(null) : spec;
    }
}
