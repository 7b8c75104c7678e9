package io.lbaas.driver.netscaler.device;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the appliance remembers of a load balancer, in a comment.
 *
 * @param enabled whether the load balancer itself is in service
 * @param digest empty unless applied
 */
record Mark(State state, long generation, boolean enabled, String digest) {

    /** Where the load balancer stands. */
    enum State {
        /** A change has begun. */
        APPLYING,
        APPLIED,
        /** A removal has begun. */
        REMOVING,
        /** A tombstone. */
        REMOVED
    }

    private static final Pattern COMMENT =
            Pattern.compile("lbaas (APPLYING|APPLIED|REMOVING|REMOVED) generation (\\d{1,18}) (up|down) ?([0-9a-f]*)");

    static Optional<Mark> parse(String comment) {
        Matcher matcher = COMMENT.matcher(comment);
        return matcher.matches()
                ? Optional.of(new Mark(
                        State.valueOf(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        matcher.group(3).equals("up"),
                        matcher.group(4)))
                : Optional.empty();
    }

    String comment() {
        return ("lbaas " + state + " generation " + generation + " " + (enabled ? "up" : "down") + " " + digest)
                .strip();
    }

    boolean dead() {
        return state == State.REMOVING || state == State.REMOVED;
    }
}
