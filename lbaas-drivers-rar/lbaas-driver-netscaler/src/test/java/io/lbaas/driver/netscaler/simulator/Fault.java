package io.lbaas.driver.netscaler.simulator;

import java.time.Duration;

/**
 * What goes wrong with requests that match.
 *
 * @param pattern matches the request in one line, as {@link Simulator#requests} shows it
 * @param times how many requests it strikes
 */
public record Fault(Kind kind, String pattern, int times, Duration delay) {

    /** In what way. */
    public enum Kind {
        /** It is done and answered later. */
        SLOW,
        /** 503, and nothing is done. */
        BUSY,
        /** Nothing is done and nothing answered, until the simulator ends. */
        HANG,
        /** The connection breaks before anything is done. */
        RESET,
        /** It is done, and the connection breaks before the answer. */
        RESET_AFTER,
        /** 599 with a code that nobody knows, and nothing is done. */
        FAIL,
        /** It is answered as done and is not. */
        LIE,
        /** Of several, half is done before the connection breaks. */
        HALF,
        /** The session ends. */
        EXPIRE,
        /** The node becomes the secondary one of its pair. */
        FAILOVER,
        /** It is done, and answered with the error that the secondary node did not follow. */
        UNFOLLOWED
    }

    /** Strikes each request that matches. */
    public static Fault of(Kind kind, String pattern) {
        return new Fault(kind, pattern, Integer.MAX_VALUE, Duration.ZERO);
    }

    /** Strikes the next request that matches. */
    public static Fault once(Kind kind, String pattern) {
        return new Fault(kind, pattern, 1, Duration.ZERO);
    }

    /** Delays each request that matches. */
    public static Fault slow(String pattern, Duration delay) {
        return new Fault(Kind.SLOW, pattern, Integer.MAX_VALUE, delay);
    }

    Fault struck() {
        return new Fault(kind, pattern, times - 1, delay);
    }
}
