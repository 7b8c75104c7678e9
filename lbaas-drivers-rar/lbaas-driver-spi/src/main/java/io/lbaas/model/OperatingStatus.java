package io.lbaas.model;

/** What is observed of an object on its device. */
public enum OperatingStatus {
    ONLINE,
    OFFLINE,
    DEGRADED,
    ERROR,
    DRAINING,
    NO_MONITOR
}
