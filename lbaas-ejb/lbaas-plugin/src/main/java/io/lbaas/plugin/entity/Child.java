package io.lbaas.plugin.entity;

import io.lbaas.model.OperatingStatus;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * An object beneath a load balancer. It knows its load balancer by id, so that nothing is loaded by navigating.
 *
 * @param <S> the spec of the object
 */
@MappedSuperclass
public abstract class Child<S> extends Provisioned<S> {

    @Column(name = "load_balancer_id")
    private UUID loadBalancerId;

    protected Child() {}

    protected Child(UUID id, LoadBalancer loadBalancer, Labels labels, Instant now) {
        super(id, loadBalancer.projectId(), labels, now);
        this.loadBalancerId = loadBalancer.id();
    }

    public UUID loadBalancerId() {
        return loadBalancerId;
    }

    /** The object that this one belongs to and goes with. */
    public UUID ownerId() {
        return loadBalancerId;
    }

    /** Moves to another load balancer, whose device has nothing of it yet. */
    public void moveTo(LoadBalancer other) {
        loadBalancerId = other.id();
        lastGood(null);
        operatingStatus(OperatingStatus.OFFLINE);
    }
}
