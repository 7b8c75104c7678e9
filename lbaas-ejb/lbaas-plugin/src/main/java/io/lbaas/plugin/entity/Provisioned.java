package io.lbaas.plugin.entity;

import io.lbaas.model.ObjectType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What all objects of a load balancer have: identity, labels and the life cycle between what was asked for and what the
 * device has.
 *
 * <pre>
 * status     intent   meaning                                          on the device
 * PENDING_x  x        asked for, the answer is awaited                 the spec, or nothing for a DELETE
 * ACTIVE     -        confirmed                                        the spec
 * ERROR      x        not answered in time, still sought               as for PENDING_x
 * ERROR      -        refused, stays so until its owner changes it     the last good form, where there is one
 * </pre>
 *
 * @param <S> the spec of the object
 */
@MappedSuperclass
public abstract class Provisioned<S> {

    @Id
    private UUID id;

    @Column(name = "project_id")
    private String projectId;

    private String name;
    private String description;

    @Convert(converter = JsonColumn.Texts.class)
    private List<String> tags;

    @Enumerated(EnumType.STRING)
    @Column(name = "provisioning_status")
    private ProvisioningStatus provisioningStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "operating_status")
    private OperatingStatus operatingStatus;

    @Column(name = "status_reason")
    private String statusReason;

    @Enumerated(EnumType.STRING)
    private Intent intent;

    @Convert(converter = InstantColumn.class)
    private Instant deadline;

    private long generation;

    @Version
    private long version;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at")
    private Instant createdAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Provisioned() {}

    protected Provisioned(UUID id, String projectId, Labels labels, Instant now) {
        this.id = id;
        this.projectId = projectId;
        this.createdAt = now;
        this.operatingStatus = OperatingStatus.OFFLINE;
        label(labels);
    }

    public abstract ObjectType type();

    /** What was asked for last. */
    public abstract S spec();

    /** What the device was last known to have, where that is not the spec; null otherwise. */
    public abstract S lastGood();

    protected abstract void spec(S spec);

    protected abstract void lastGood(S lastGood);

    public UUID id() {
        return id;
    }

    public String projectId() {
        return projectId;
    }

    public Labels labels() {
        return new Labels(name, description, tags);
    }

    public final void label(Labels labels) {
        name = labels.name();
        description = labels.description();
        tags = labels.tags();
    }

    public ProvisioningStatus provisioningStatus() {
        return provisioningStatus;
    }

    /** Whether an answer is awaited, so that the object refuses changes. */
    public boolean pending() {
        return provisioningStatus.pending();
    }

    public Optional<Intent> intent() {
        return Optional.ofNullable(intent);
    }

    public boolean doomed() {
        return intent == Intent.DELETE;
    }

    public String statusReason() {
        return statusReason;
    }

    public OperatingStatus operatingStatus() {
        return operatingStatus;
    }

    public void operatingStatus(OperatingStatus status) {
        operatingStatus = status;
    }

    /** When waiting for the answer ends; null where none is awaited. */
    public Instant deadline() {
        return deadline;
    }

    /** The generation of the last change of this object. */
    public long changedIn() {
        return generation;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The form that the device should have; nothing where it should not have the object. */
    public Optional<S> desired() {
        if (doomed()) {
            return Optional.empty();
        }
        boolean wanted = intent != null || provisioningStatus == ProvisioningStatus.ACTIVE;
        return Optional.ofNullable(wanted ? spec() : lastGood());
    }

    /** Replaces the spec by one that is to be asked for; what the device has is remembered. */
    public void change(S changed) {
        rememberGood();
        spec(changed);
    }

    /** Replaces the spec where that changes nothing on the device. */
    public void amend(S spec, S lastGood) {
        spec(spec);
        lastGood(lastGood);
    }

    /** Something is asked for, in a new generation of the load balancer; what the device has is remembered. */
    public void ask(Intent asked, long newGeneration, Instant until, Instant now) {
        if (asked != Intent.CREATE) {
            rememberGood();
            updatedAt = now;
        }
        intent = asked;
        provisioningStatus = asked.pending();
        statusReason = null;
        deadline = until;
        generation = newGeneration;
    }

    /** What is sought already is asked for again, in a new generation. */
    public void askAgain(long newGeneration) {
        generation = newGeneration;
    }

    /** The device is as asked; a deleted object has no such state. */
    public void confirm(Instant now) {
        settle(ProvisioningStatus.ACTIVE, null, now);
        intent = null;
        lastGood(null);
    }

    /** The device said no: what was asked for is no longer sought. */
    public void refuse(String reason, Instant now) {
        settle(ProvisioningStatus.ERROR, reason, now);
        intent = null;
    }

    /** Waiting has ended without an answer; what was asked for is still sought. */
    public void expire(String reason, Instant now) {
        settle(ProvisioningStatus.ERROR, reason, now);
    }

    /** The device lost or denies what it had: it is sought again. */
    public void seek(String reason, Instant now) {
        if (intent == null) {
            intent = Intent.UPDATE;
        }
        settle(ProvisioningStatus.ERROR, reason, now);
    }

    private void settle(ProvisioningStatus status, String reason, Instant now) {
        provisioningStatus = status;
        statusReason = reason;
        deadline = null;
        updatedAt = now;
    }

    private void rememberGood() {
        if (provisioningStatus == ProvisioningStatus.ACTIVE && lastGood() == null) {
            lastGood(spec());
        }
    }
}
