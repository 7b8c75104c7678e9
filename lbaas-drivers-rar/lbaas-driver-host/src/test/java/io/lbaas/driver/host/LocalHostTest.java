package io.lbaas.driver.host;

import io.lbaas.driver.host.local.LocalHost;

class LocalHostTest implements HostContract {
    @Override
    public Host host() {
        return new LocalHost();
    }
}
