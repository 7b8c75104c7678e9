package io.lbaas.plugin.entity;

import io.lbaas.model.ObjectType;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Operations;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Operations.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The record of one accepted change. */
@Entity
@Table(name = "operation")
public class OperationEntry {

    @Id
    private UUID id;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "project_id")
    private String projectId;

    @Enumerated(EnumType.STRING)
    private Action action;

    @Enumerated(EnumType.STRING)
    @Column(name = "object_type")
    private ObjectType objectType;

    @Column(name = "object_id")
    private UUID objectId;

    /** All that was asked for with it, of which the outcome is made. */
    @Convert(converter = JsonColumn.Ids.class)
    private List<UUID> touched;

    @Column(name = "load_balancer_id")
    private UUID loadBalancerId;

    private long generation;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String reason;

    @Convert(converter = InstantColumn.class)
    @Column(name = "validated_at")
    private Instant validatedAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "enqueued_at")
    private Instant enqueuedAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "taken_at")
    private Instant takenAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "applied_at")
    private Instant appliedAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "reported_at")
    private Instant reportedAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "settled_at")
    private Instant settledAt;

    protected OperationEntry() {}

    public OperationEntry(
            Caller caller,
            Action action,
            Provisioned<?> object,
            LoadBalancer loadBalancer,
            List<UUID> touched,
            Instant validated,
            Instant enqueued) {
        id = UUID.randomUUID();
        requestId = caller.requestId();
        userName = caller.user();
        projectId = object.projectId();
        this.action = action;
        objectType = object.type();
        objectId = object.id();
        this.touched = List.copyOf(touched);
        loadBalancerId = loadBalancer.id();
        generation = loadBalancer.generation();
        status = Status.PENDING;
        validatedAt = validated;
        enqueuedAt = enqueued;
    }

    /** The objects that the change is about. */
    public List<UUID> touched() {
        return touched;
    }

    /** Whether it waits for the device to have its generation: a repair asks for nothing that could be pending. */
    public boolean awaits(LoadBalancer root) {
        return action == Action.REPAIR
                && root.provisioningStatus() == ProvisioningStatus.ACTIVE
                && root.appliedGeneration() < generation;
    }

    public void reported(Instant taken, Instant applied, Instant reported) {
        takenAt = taken;
        appliedAt = applied;
        reportedAt = reported;
    }

    public void end(Status ended, String why, Instant now) {
        status = ended;
        reason = why;
        settledAt = now;
    }

    public Operations.Entry record() {
        return new Operations.Entry(
                id,
                requestId,
                userName,
                projectId,
                action,
                objectType,
                objectId,
                loadBalancerId,
                generation,
                status,
                reason,
                validatedAt,
                enqueuedAt,
                takenAt,
                appliedAt,
                reportedAt,
                settledAt);
    }
}
