package io.lbaas.driver.spi;

/** What a driver says of itself. */
public record DriverInfo(String name, String version, Capabilities capabilities) {}
