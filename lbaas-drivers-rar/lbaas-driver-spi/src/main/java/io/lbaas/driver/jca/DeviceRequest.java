package io.lbaas.driver.jca;

import io.lbaas.driver.spi.DeviceSpec;
import jakarta.resource.spi.ConnectionRequestInfo;

/** What divides the server's pool: sessions are lent for an equal device only. */
record DeviceRequest(DeviceSpec device) implements ConnectionRequestInfo {}
