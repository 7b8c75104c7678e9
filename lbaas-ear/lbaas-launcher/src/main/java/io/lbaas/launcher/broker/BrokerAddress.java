package io.lbaas.launcher.broker;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.config.Secret;
import io.lbaas.launcher.config.Settings;

/** How to reach the broker. */
public record BrokerAddress(String url, String user, Secret password) {

    public static BrokerAddress external(Settings.Broker settings) {
        Secret password = settings.password()
                .orElseThrow(() -> new StartupException(
                        ExitCode.SETTINGS, "lbaas.broker.password must be set together with lbaas.broker.address"));
        return new BrokerAddress(settings.address().orElseThrow(), settings.user(), password);
    }
}
