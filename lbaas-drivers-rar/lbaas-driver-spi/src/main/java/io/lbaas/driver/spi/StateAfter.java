package io.lbaas.driver.spi;

/** What a failed change left on the device. */
public enum StateAfter {
    UNCHANGED,
    ROLLED_BACK,
    PARTIAL,
    UNKNOWN
}
