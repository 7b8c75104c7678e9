package io.lbaas.driver.spi;

import io.lbaas.model.OperatingStatus;
import java.util.Map;
import java.util.UUID;

/** Operating status of objects, by their id. Objects that the device does not know are left out. */
public record HealthBatch(Map<UUID, OperatingStatus> byObject) {}
