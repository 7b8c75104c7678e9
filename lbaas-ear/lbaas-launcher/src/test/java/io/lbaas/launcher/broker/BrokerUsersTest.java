package io.lbaas.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.launcher.config.Secret;
import org.junit.jupiter.api.Test;

class BrokerUsersTest {

    @Test
    void writesWhatOpenMqShipsForItsOwnDefault() {
        assertThat(BrokerUsers.line("admin", new Secret("admin")))
                .isEqualTo("admin:-2d5455c8583c24eec82c7a1e273ea02e:admin:1");
    }
}
