package io.lbaas.agent.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Command;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.tls.TlsSettings;
import io.lbaas.tls.seal.Seal;
import io.lbaas.tls.seal.SealException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialsTest {
    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir
    private Path directory;

    private final UUID id = UUID.randomUUID();
    private final String reference = "http://lb.example/tls/v1/containers/" + id;
    private final TestAuthority.Issued site = new TestAuthority().issue("site.example");

    private Path keys() throws IOException {
        return Files.writeString(directory.resolve("keys"), KEY);
    }

    private Materials materials() throws IOException {
        return new Materials(
                new TlsSettings(Optional.of(keys().toString()), Optional.empty(), Duration.ofSeconds(1)), null);
    }

    private Command command(Map<String, String> sealed) {
        ListenerTls tls = new ListenerTls(
                reference, List.of(), null, null, ClientAuthentication.NONE, null, null, null, null, false, false);
        DeviceSpec device = new DeviceSpec(UUID.randomUUID(), "fake", Map.of(), 1);
        return Command.apply(device, new TreeBuilder().tls(tls).build(), 1, Instant.now(), "req-1")
                .withSealed(sealed);
    }

    private String sealed(String text) throws IOException, SealException {
        return new Seal(keys()).close(text, id.toString());
    }

    @Test
    void whatCameSealedIsOpened() throws Exception {
        Command command = command(Map.of(reference, sealed(site.bundle())));

        assertThat(materials().of(command).get(reference).certificates())
                .isEqualTo(site.material().certificates().replace("\r", ""));
        assertThat(materials().of(command)).hasToString("TlsMaterials[1]");
    }

    @Test
    void whatIsMissingIsBlamedOnWhoRefersToIt() {
        Command command = command(Map.of());

        assertThatThrownBy(() -> materials().of(command)).isInstanceOfSatisfying(MaterialException.class, e -> {
            assertThat(e.failure().kind()).isEqualTo(FailureKind.INVALID);
            assertThat(e.failure().message()).isEqualTo("Could not retrieve certificate: [" + reference + "]");
            assertThat(e.failure().blamed())
                    .containsOnlyKeys(new ObjectRef(
                            ObjectType.LISTENER,
                            command.desired().listeners().get(0).id()));
        });
    }

    @Test
    void whatMayBeHadLaterIsTriedAgain() throws Exception {
        Command command = command(Map.of(reference, sealed(site.bundle())));
        Materials materials = materials();
        Files.writeString(directory.resolve("keys"), "f".repeat(64));

        assertThatThrownBy(() -> materials.of(command)).isInstanceOfSatisfying(MaterialException.class, e -> assertThat(
                        e.failure().kind())
                .isEqualTo(FailureKind.TRANSIENT));
    }

    @Test
    void aCertificateNeedsItsKey() throws Exception {
        Command command = command(Map.of(reference, sealed(site.material().certificates())));

        assertThatThrownBy(() -> materials().of(command))
                .isInstanceOfSatisfying(
                        MaterialException.class,
                        e -> assertThat(e.failure().kind()).isEqualTo(FailureKind.INVALID));
    }
}
