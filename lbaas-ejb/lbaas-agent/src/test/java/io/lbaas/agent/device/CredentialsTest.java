package io.lbaas.agent.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.agent.FakeDevice;
import io.lbaas.agent.FakeSessions;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Command;
import io.lbaas.message.MessageCodec;
import io.lbaas.tls.TlsSettings;
import io.lbaas.tls.seal.Seal;
import io.lbaas.tls.seal.SealException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    private static final String SECRET = "open sesame";

    @TempDir
    private Path directory;

    private final UUID id = UUID.randomUUID();
    private final FakeSessions lent = new FakeSessions(new FakeDevice());
    private Path keys;

    @BeforeEach
    void writeKeys() throws IOException {
        keys = Files.writeString(directory.resolve("keys"), "0123456789abcdef".repeat(4));
    }

    @Test
    void theDriverGetsThemOpen() throws SessionException, SealException {
        sessions(keys).call(device(id), driver -> true);

        assertThat(lent.lentFor().credentials()).containsExactly(Map.entry("password", SECRET));
        assertThat(lent.lentFor().revision()).isEqualTo(7);
    }

    @Test
    void theyTravelSealed() throws SealException {
        String message = new MessageCodec().write(Command.probe(device(id), Instant.now(), "req-1"));

        assertThat(message).contains("password").doesNotContain(SECRET);
    }

    @Test
    void thoseOfAnotherDeviceAreNotOpened() throws SealException {
        DeviceSpec other = device(UUID.randomUUID());
        DeviceSpec stolen = new DeviceSpec(id, "fake", Map.of(), other.credentials(), 1);

        assertThatThrownBy(() -> sessions(keys).call(stolen, driver -> true))
                .isInstanceOfSatisfying(
                        SessionException.class,
                        e -> assertThat(e.failure().kind()).isEqualTo(FailureKind.TRANSIENT))
                .hasMessageStartingWith("The credentials of the device cannot be opened: What was sealed");
    }

    @Test
    void withoutKeysThereIsNoSession() throws SealException {
        DeviceSpec device = device(id);

        assertThatThrownBy(() -> sessions(null).call(device, driver -> true))
                .hasMessage("The credentials of the device cannot be opened: lbaas.tls.key-file is not set");
    }

    private Sessions sessions(Path keyFile) {
        TlsSettings settings =
                new TlsSettings(Optional.ofNullable(keyFile).map(Path::toString), Optional.empty(), Duration.ZERO);
        return new Sessions(name -> Optional.of(lent), new Credentials(settings));
    }

    private DeviceSpec device(UUID owner) throws SealException {
        return new DeviceSpec(
                owner, "fake", Map.of(), Map.of("password", new Seal(keys).close(SECRET, owner.toString())), 7);
    }
}
