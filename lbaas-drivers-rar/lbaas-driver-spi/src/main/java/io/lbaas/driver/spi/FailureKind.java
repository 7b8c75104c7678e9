package io.lbaas.driver.spi;

/** Why a change failed, and with it what the agent does next. */
public enum FailureKind {
    /** Something passing. */
    TRANSIENT(Reaction.RETRY),
    /** The device works on another change. */
    BUSY(Reaction.RETRY),
    /** The device did not accept our credentials. */
    AUTH(Reaction.RETRY),
    UNREACHABLE(Reaction.RETRY),
    /** The request was sent and no answer came: it may or may not have been done. */
    TIMEOUT_UNKNOWN(Reaction.OBSERVE),
    /** The device works no more on the change that it was polled for, and has not made it. */
    LOST(Reaction.ORDER_AGAIN),
    INVALID(Reaction.GIVE_UP),
    UNSUPPORTED(Reaction.GIVE_UP),
    CONFLICT(Reaction.GIVE_UP),
    CAPACITY(Reaction.GIVE_UP),
    /** The device has a newer generation. */
    STALE_GENERATION(Reaction.DROP),
    /** The device read the configuration and said no. */
    DEVICE_REFUSED(Reaction.GIVE_UP),
    INTERNAL(Reaction.GIVE_UP);

    /** What the agent does about a failure. */
    public enum Reaction {
        /** Again with growing delay until the deadline. */
        RETRY,
        /** Look at the device before deciding. */
        OBSERVE,
        /** As RETRY, but from the beginning where it was polled for. */
        ORDER_AGAIN,
        /** Report it at once. */
        GIVE_UP,
        /** Report it as superseded; nothing is wrong. */
        DROP
    }

    private final Reaction reaction;

    FailureKind(Reaction reaction) {
        this.reaction = reaction;
    }

    public Reaction reaction() {
        return reaction;
    }
}
