package io.lbaas.plugin.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.api.Accounts.Account;
import io.lbaas.plugin.store.UserAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountStoreTest {

    private static final Account ALICE = new Account("alice", "project", Set.of("member", "observer"));

    private Instant now = Instant.EPOCH;
    private final VerifiedCredentials verified = new VerifiedCredentials(() -> now);

    @Test
    void credentialsAreRememberedForAMinute() {
        verified.remember(ALICE, "secret");

        now = Instant.EPOCH.plus(Duration.ofSeconds(59));
        assertThat(verified.find("alice", "secret")).contains(ALICE);
        now = now.plusSeconds(1);
        assertThat(verified.find("alice", "secret")).isEmpty();
    }

    @Test
    void otherCredentialsAreNot() {
        verified.remember(ALICE, "secret");

        assertThat(verified.find("alice", "Secret")).isEmpty();
        assertThat(verified.find("bob", "secret")).isEmpty();
        verified.forget("alice");
        assertThat(verified.find("alice", "secret")).isEmpty();
    }

    @Test
    void accountsAreKeptAndReplaced() {
        Postgres.inTransaction(session -> {
            new UserAccounts(session).put(ALICE, "hash");
            return null;
        });
        var promoted = new Account("alice", "other", Set.of("admin"));
        Postgres.inTransaction(session -> {
            new UserAccounts(session).put(promoted, "new hash");
            return null;
        });

        var found = Postgres.inTransaction(
                session -> new UserAccounts(session).find("alice").orElseThrow());
        assertThat(found.account()).isEqualTo(promoted);
        assertThat(found.passwordHash()).isEqualTo("new hash");
    }

    @Test
    void theCredentialsFileIsItsOwnersOnly(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("new/credentials");

        CredentialsFile.write(file, "admin", "one");
        CredentialsFile.write(file, "admin", "two");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().contains("admin").contains("two").doesNotContain("one");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).as("drafts").hasSize(1);
        }
    }

    @Test
    void randomPasswordsDiffer() {
        assertThat(Passwords.random()).hasSizeGreaterThan(24).isNotEqualTo(Passwords.random());
    }
}
