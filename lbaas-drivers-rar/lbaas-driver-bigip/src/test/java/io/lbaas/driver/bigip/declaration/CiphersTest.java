package io.lbaas.driver.bigip.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.TlsDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiphersTest {
    @Test
    void ciphersAreNamedAsTheDeviceDoes() {
        assertThat(Ciphers.of("TLS_AES_128_GCM_SHA256:DHE-RSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:!RC4"))
                .containsExactly("TLS13-AES128-GCM-SHA256", "ECDHE-RSA-CHACHA20-POLY1305-SHA256", "!RC4");
    }

    @Test
    void defaultsAreKnown() {
        assertThat(Ciphers.any(null)).isTrue();
        assertThat(Ciphers.any(TlsDefaults.CIPHERS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "DHE-RSA-CHACHA20-POLY1305"})
    void listMayHaveNothingForTheDevice(String list) {
        assertThat(Ciphers.any(list)).isFalse();
    }
}
