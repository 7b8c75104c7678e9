package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Inventory.Evacuation;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;

/** Whether the load balancers of a device are to be moved to others, and why some are not. A value: each change is another. */
@Embeddable
public class EvacuationMark {

    /** Of a device that is not, and never was, evacuated. */
    static final EvacuationMark NONE = new EvacuationMark();

    @Enumerated(EnumType.STRING)
    private Evacuation evacuation;

    /** The operator who asked for it; null where it is the policy's. */
    @Column(name = "evacuation_by")
    private String evacuationBy;

    @Column(name = "evacuation_note")
    private String evacuationNote;

    /** When the policy last began to evacuate it. */
    @Convert(converter = InstantColumn.class)
    @Column(name = "evacuated_at")
    private Instant evacuatedAt;

    protected EvacuationMark() {}

    private EvacuationMark(Evacuation evacuation, String by, String note, Instant evacuatedAt) {
        this.evacuation = evacuation;
        this.evacuationBy = by;
        this.evacuationNote = note;
        this.evacuatedAt = evacuatedAt;
    }

    EvacuationMark requestedBy(String operator) {
        return new EvacuationMark(Evacuation.REQUESTED, operator, null, evacuatedAt);
    }

    EvacuationMark begunByPolicy(Instant now) {
        return new EvacuationMark(Evacuation.AUTOMATIC, null, null, now);
    }

    EvacuationMark ended() {
        return new EvacuationMark(null, null, null, evacuatedAt);
    }

    EvacuationMark noted(String words) {
        return new EvacuationMark(evacuation, evacuationBy, words, evacuatedAt);
    }

    /** The operator who asked for it; nothing where the policy did. */
    public Optional<String> by() {
        return Optional.ofNullable(evacuationBy);
    }

    /** Nothing where it is not evacuated. */
    Optional<Evacuation> kind() {
        return Optional.ofNullable(evacuation);
    }

    public boolean active() {
        return evacuation != null;
    }

    /** Whether its policy wants it, rather than an operator. */
    public boolean automatic() {
        return evacuation == Evacuation.AUTOMATIC;
    }

    boolean requested() {
        return evacuation == Evacuation.REQUESTED;
    }

    /** Why load balancers are not moved; null where nothing is in the way. */
    public String note() {
        return evacuationNote;
    }

    public boolean begunByPolicySince(Instant then) {
        return evacuatedAt != null && evacuatedAt.isAfter(then);
    }
}
