package io.lbaas.driver.jca;

import io.lbaas.driver.spi.DriverInfo;
import jakarta.resource.spi.ManagedConnectionMetaData;

/** What a server's console shows of a session. */
record SessionMetaData(DriverInfo driver) implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return driver.name();
    }

    @Override
    public String getEISProductVersion() {
        return driver.version();
    }

    /** 0: the number of sessions is the pool's affair. */
    @Override
    public int getMaxConnections() {
        return 0;
    }

    /** Empty: a session belongs to a device, not to a user. */
    @Override
    public String getUserName() {
        return "";
    }
}
