package io.lbaas.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final String HOST = "127.0.0.1";

    @Test
    void zeroStandsForAFreePort() {
        int port = Ports.claim(HOST, 0, "lbaas.http.port");

        assertThat(port).isPositive();
        assertThat(Ports.claim(HOST, port, "lbaas.http.port")).isEqualTo(port);
    }

    @Test
    void aTakenPortIsNamedTogetherWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> Ports.claim(HOST, taken.getLocalPort(), "lbaas.http.port"))
                    .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.PORT_TAKEN))
                    .withMessageContaining(HOST + ":" + taken.getLocalPort())
                    .withMessageContaining("lbaas.http.port");
        }
    }
}
