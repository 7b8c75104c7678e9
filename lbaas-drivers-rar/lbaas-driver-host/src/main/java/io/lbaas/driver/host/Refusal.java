package io.lbaas.driver.host;

import io.lbaas.driver.spi.FailureKind;
import java.util.List;

/** What the words of a server that refuses its configuration amount to. */
public final class Refusal {

    /** The system's words, and nginx's where another of its own servers has the address, for HTTP and for streams. */
    private static final List<String> OCCUPIED =
            List.of("Address already in use", "duplicate default server", "address and port pair");

    private Refusal() {}

    /** A conflict where somebody else has the address: the same may be accepted when it is free. */
    public static FailureKind kind(String words) {
        return OCCUPIED.stream().anyMatch(words::contains) ? FailureKind.CONFLICT : FailureKind.DEVICE_REFUSED;
    }
}
