package io.lbaas.driver.spi;

/**
 * What a probe found.
 *
 * @param reachable whether the device answered as it should
 * @param product the device's own name and version, empty where it did not answer
 * @param message what is wrong, in words, empty where nothing is
 */
public record DeviceReport(boolean reachable, String product, String message, Capabilities capabilities) {}
