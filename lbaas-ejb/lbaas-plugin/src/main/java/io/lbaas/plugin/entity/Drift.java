package io.lbaas.plugin.entity;

import io.lbaas.message.AuditReport.Kind;
import io.lbaas.plugin.api.Audits.Difference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A load balancer that an audit found otherwise than its device was told. Written by statements, read as an entity. */
@Entity
public class Drift {

    @Id
    private UUID id;

    @Column(name = "device_id")
    private UUID deviceId;

    @Column(name = "load_balancer_id")
    private UUID loadBalancerId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private long expected;
    private long found;
    private String message;

    @Convert(converter = InstantColumn.class)
    @Column(name = "found_at")
    private Instant foundAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "seen_at")
    private Instant seenAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "repaired_at")
    private Instant repairedAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "ended_at")
    private Instant endedAt;

    protected Drift() {}

    public UUID deviceId() {
        return deviceId;
    }

    public UUID loadBalancerId() {
        return loadBalancerId;
    }

    public Kind kind() {
        return kind;
    }

    /** The generation that the device should have had, 0 for nothing. */
    public long expected() {
        return expected;
    }

    /** The generation that it had, 0 for nothing. */
    public long found() {
        return found;
    }

    public String message() {
        return message;
    }

    public Difference view() {
        return new Difference(
                loadBalancerId, kind.name(), expected, found, message, foundAt, seenAt, repairedAt, endedAt);
    }
}
