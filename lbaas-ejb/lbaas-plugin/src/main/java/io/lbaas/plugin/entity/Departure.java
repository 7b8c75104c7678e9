package io.lbaas.plugin.entity;

import java.util.Map;

/** How far a load balancer has left a device that is not its place any more. */
public enum Departure {
    /** It serves here until it is up at its place. */
    STANDING,
    /** It is removed here first, because both devices cannot have the address; its place waits for that. */
    YIELDING,
    /** It is removed here. */
    LEAVING,
    /** The device is rid of it. */
    GONE;

    /** What may happen meanwhile. */
    public enum Event {
        /** It is up at its place. */
        ARRIVED,
        /** Its place cannot have the address while this device has. */
        BLOCKED,
        /** It is not wanted anywhere any more. */
        DOOMED,
        /** The device has removed it. */
        REMOVED
    }

    private static final Map<Departure, Map<Event, Departure>> NEXT = Map.of(
            STANDING, Map.of(Event.ARRIVED, LEAVING, Event.BLOCKED, YIELDING, Event.DOOMED, LEAVING),
            YIELDING, Map.of(Event.ARRIVED, LEAVING, Event.DOOMED, LEAVING, Event.REMOVED, GONE),
            LEAVING, Map.of(Event.REMOVED, GONE),
            GONE, Map.of());

    /** Where an event leads; nowhere where it means nothing here. */
    public Departure after(Event event) {
        return NEXT.get(this).getOrDefault(event, this);
    }

    /** Whether the device is to remove it. */
    public boolean removing() {
        return this == YIELDING || this == LEAVING;
    }

    /** Whether it may serve here although its place is elsewhere. */
    public boolean before() {
        return this == STANDING || this == YIELDING;
    }
}
