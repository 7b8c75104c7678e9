package io.lbaas.message;

/** What a command asks an agent to do. */
public enum Operation {
    /** Make the device have the load balancer as the tree says. */
    APPLY,
    /** Take the load balancer off the device. */
    REMOVE,
    /** Ask after a change that the device had not finished. */
    POLL,
    /** Find out whether the device is there and what it can do. */
    PROBE,
    /** Read the operating status of load balancers. */
    HEALTH,
    /** Read the traffic counters of load balancers. */
    STATS;

    /** Whether it is asked again soon anyway, so that it may be lost. */
    public boolean periodic() {
        return this == PROBE || this == HEALTH || this == STATS;
    }
}
