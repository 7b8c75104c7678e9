package io.lbaas.driver.host;

import io.lbaas.driver.spi.FailureKind;

/** What the words of a server that refuses its configuration amount to. */
public final class Refusal {

    private static final String OCCUPIED = "Address already in use";

    private Refusal() {}

    /** A conflict where somebody else has the address: the same may be accepted when it is free. */
    public static FailureKind kind(String words) {
        return words.contains(OCCUPIED) ? FailureKind.CONFLICT : FailureKind.DEVICE_REFUSED;
    }
}
