package io.lbaas.driver.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host over SSH does what a local one does, and fails as it should, with a real OpenSSH. */
class SshHostTest implements HostContract {
    private static SshServer server;
    private static Hosts hosts;

    private Host host;

    @BeforeAll
    static void start() {
        server = SshServer.start();
        hosts = new Hosts();
    }

    @AfterAll
    static void stop() {
        hosts.close();
        server.close();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(20);
    }

    private static Host open(Map<String, String> changed, Map<String, String> credentials) {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.putAll(changed);
        return hosts.open(new DeviceSpec(UUID.randomUUID(), "haproxy", settings, credentials, 1));
    }

    @Override
    public Host host() {
        try {
            if (host == null) {
                host = open(Map.of(), server.credentials());
                host.begin(soon());
            }
            return host;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(Host host, FailureKind kind, String words) {
        assertThatThrownBy(() -> host.begin(soon())).isInstanceOfSatisfying(HostException.class, failure -> {
            assertThat(failure).hasMessageContaining(words);
            assertThat(failure.kind()).isEqualTo(kind);
        });
    }

    @Test
    void host_with_another_key_is_refused_with_the_key_that_it_showed() {
        try (SshServer other = SshServer.start()) {
            String unknown = String.join(
                    " ", List.of(server.hostKey("ed25519").split(" ")).subList(0, 2));
            refused(
                    open(Map.of("host-key", other.hostKey("ed25519")), server.credentials()),
                    FailureKind.AUTH,
                    unknown);
        }
    }

    @Test
    void any_pinned_key_will_do_whatever_its_type() throws IOException {
        Host byRsa = open(Map.of("host-key", server.hostKey("rsa")), server.credentials());
        byRsa.begin(soon());
        byRsa.close();
        try (SshServer other = SshServer.start()) {
            String both = other.hostKey("ed25519") + ", " + server.hostKey("ed25519");
            Host byEither = open(Map.of("host-key", both), server.credentials());
            byEither.begin(soon());
            byEither.close();
        }
    }

    @Test
    void wrong_private_key_is_not_let_in() {
        try (SshServer other = SshServer.start()) {
            refused(open(Map.of(), other.credentials()), FailureKind.AUTH, "does not let");
        }
    }

    @Test
    void host_that_is_not_there_is_unreachable() {
        refused(open(Map.of("port", "1"), server.credentials()), FailureKind.UNREACHABLE, "cannot be reached");
    }

    @Test
    void lost_connection_fails_all_calls_until_work_is_begun_again(@TempDir Path directory) throws IOException {
        host().files().write(directory.resolve("a"), "1");
        server.cut();
        assertThatThrownBy(() -> host().files().read(directory.resolve("a")))
                .isInstanceOfSatisfying(HostException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.UNREACHABLE));
        assertThatThrownBy(() -> host().run(List.of("true"), soon())).isInstanceOf(HostException.class);
        host().begin(soon());
        assertThat(host().files().read(directory.resolve("a"))).contains("1");
    }

    @Test
    void listing_that_hangs_is_given_up_as_well(@TempDir Path directory) throws IOException {
        Host known = host();
        known.files().write(directory.resolve("a"), "1");
        try {
            server.hang();
            assertThatThrownBy(() -> {
                        known.begin(Instant.now().plusSeconds(1));
                        known.files().list(directory);
                    })
                    .isInstanceOfSatisfying(HostException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(FailureKind.UNREACHABLE));
        } finally {
            server.goOn();
        }
    }

    @Test
    void hung_host_is_given_up_at_the_deadline(@TempDir Path directory) throws IOException {
        Host known = host();
        try {
            server.hang();
            for (Host one : List.of(known, open(Map.of(), server.credentials()))) {
                Instant begun = Instant.now();
                assertThatThrownBy(() -> {
                            one.begin(begun.plusSeconds(1));
                            one.files().write(directory.resolve("a"), "1");
                        })
                        .isInstanceOfSatisfying(HostException.class, failure -> assertThat(failure.kind())
                                .isEqualTo(FailureKind.UNREACHABLE));
                assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
            }
        } finally {
            server.goOn();
        }
    }

    @Test
    void lock_that_a_slow_host_says_nothing_of_is_not_told_as_taken(@TempDir Path directory) throws IOException {
        try (SshServer slow = SshServer.start("ForceCommand sleep 2; eval \"$SSH_ORIGINAL_COMMAND\"")) {
            Host one = open(slow.settings(), slow.credentials());
            one.begin(soon());
            assertThatThrownBy(() ->
                            one.lock(directory.resolve("lock"), Instant.now().plusMillis(300)))
                    .isInstanceOfSatisfying(HostException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(FailureKind.UNREACHABLE));
            one.close();
        }
    }

    @Test
    void key_exchange_that_withstands_quantum_computers_is_understood() throws IOException {
        try (SshServer modern = SshServer.start("KexAlgorithms sntrup761x25519-sha512@openssh.com")) {
            Host one = open(modern.settings(), modern.credentials());
            one.begin(soon());
            one.close();
        }
    }

    @Test
    void lock_is_free_again_when_its_holder_is_gone(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("lock");
        Closeable held = host().lock(file, soon()).orElseThrow();
        server.cut();
        // The end of a connection is noticed by who uses it, and only then is there another.
        assertThatThrownBy(() -> host().files().size(file)).isInstanceOf(HostException.class);
        host().begin(soon());
        host().lock(file, soon()).orElseThrow().close();
        held.close();
    }

    @Test
    void lock_whose_holder_hangs_is_free_again_after_its_time(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path file = directory.resolve("lock");
        host().begin(Instant.now().plusSeconds(2));
        assertThat(host().lock(file, soon())).isPresent();
        Host other = open(Map.of(), server.credentials());
        other.begin(soon());
        other.lock(file, soon()).orElseThrow().close();
        other.close();
    }
}
