package io.lbaas.plugin.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A device that a load balancer was placed on before, until the device is rid of it. */
@Entity
@Table(name = "former_place")
public class FormerPlace {

    @Id
    private UUID id;

    @Column(name = "load_balancer_id")
    private UUID loadBalancerId;

    @Column(name = "device_id")
    private UUID deviceId;

    /** The first that was meant for another device: newer than all that this one was ever sent. */
    private long generation;

    @Enumerated(EnumType.STRING)
    private Departure phase;

    /** It has refused the load balancer, and is not asked again until then. */
    @Convert(converter = InstantColumn.class)
    @Column(name = "avoid_until")
    private Instant avoidUntil;

    private int sends;

    @Convert(converter = InstantColumn.class)
    @Column(name = "resend_at")
    private Instant resendAt;

    @Version
    private long version;

    protected FormerPlace() {}

    public FormerPlace(UUID loadBalancerId, UUID deviceId, long generation) {
        this.id = UUID.randomUUID();
        this.loadBalancerId = loadBalancerId;
        this.deviceId = deviceId;
        this.generation = generation;
        this.phase = Departure.STANDING;
    }

    /** The same for a device that did not want the load balancer; it may have it all the same. */
    public static FormerPlace refused(
            UUID loadBalancerId, UUID deviceId, long generation, Instant now, Instant avoidUntil) {
        var place = new FormerPlace(loadBalancerId, deviceId, generation);
        place.avoidUntil = avoidUntil;
        place.on(Departure.Event.DOOMED, now);
        return place;
    }

    public UUID loadBalancerId() {
        return loadBalancerId;
    }

    public UUID deviceId() {
        return deviceId;
    }

    public long generation() {
        return generation;
    }

    public Departure phase() {
        return phase;
    }

    /** Whether the load balancer should not be placed here again. */
    public boolean avoided(Instant now) {
        return avoidUntil != null && avoidUntil.isAfter(now);
    }

    /** Whether there is nothing left to remember. */
    public boolean over(Instant now) {
        return phase == Departure.GONE && !avoided(now);
    }

    /** Whether the device is to be told to remove it now. */
    public boolean due(Instant now) {
        return phase.removing() && !resendAt.isAfter(now);
    }

    /** The load balancer is bound for yet another device. */
    public void outlast(long newer) {
        generation = newer;
    }

    /** Lets something happen; what is to be removed is removed at once. */
    public void on(Departure.Event event, Instant now) {
        Departure before = phase;
        phase = phase.after(event);
        if (phase != before) {
            sends = 0;
            resendAt = phase == Departure.GONE ? avoidUntil : phase.removing() ? now : null;
        }
    }

    /** The device was told to remove it; the next time waits twice as long, up to {@code longest}. */
    public void sent(Instant now, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(sends, 16));
        resendAt = now.plus(pause.compareTo(longest) < 0 ? pause : longest);
        sends++;
    }
}
