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
    STATS,
    /** Compare what the device has with what it should have. */
    AUDIT,
    /** Let the tombstones of load balancers go that are long gone. */
    FORGET;

    /** Whether it is asked again soon anyway, so that it may be lost. */
    public boolean periodic() {
        return switch (this) {
            case APPLY, REMOVE, POLL -> false;
            case PROBE, HEALTH, STATS, AUDIT, FORGET -> true;
        };
    }
}
