package io.lbaas.tls.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final String OLD = "0123456789abcdef".repeat(4);
    private static final String NEW = "fedcba9876543210".repeat(4);

    @TempDir
    private Path directory;

    private Path file;
    private Seal seal;

    @BeforeEach
    void oneKey() throws IOException {
        file = Files.writeString(directory.resolve("keys"), OLD + "\n");
        seal = new Seal(file);
    }

    @Test
    void whatIsSealedCanBeOpenedAndIsNeverTheSame() throws SealException {
        String sealed = seal.close("secret", "a");

        assertThat(sealed).doesNotContain("secret").isNotEqualTo(seal.close("secret", "a"));
        assertThat(seal.open(sealed, "a")).isEqualTo("secret");
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() throws IOException, SealException {
        String before = seal.close("secret", "a");
        Files.writeString(file, NEW + "\n" + OLD + "\n");
        String after = seal.close("secret", "a");

        assertThat(seal.open(before, "a")).isEqualTo("secret");
        assertThat(after.split("\\.", -1)[0]).isNotEqualTo(before.split("\\.", -1)[0]);
        Files.writeString(file, NEW);
        assertThat(seal.open(after, "a")).isEqualTo("secret");
        assertThatThrownBy(() -> seal.open(before, "a")).isInstanceOf(SealException.class);
    }

    @Test
    void anotherLabelOrTextIsRefused() throws SealException {
        String sealed = seal.close("secret", "a");
        String changed = sealed.substring(0, 30) + (sealed.charAt(30) == 'A' ? 'B' : 'A') + sealed.substring(31);

        assertThatThrownBy(() -> seal.open(sealed, "b")).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> seal.open(changed, "a")).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> seal.open("", "a")).isInstanceOf(SealException.class);
    }

    @Test
    void withoutAKeyNothingIsSealed() throws IOException {
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> seal.close("secret", "a")).isInstanceOf(SealException.class);
        Files.writeString(file, "no key");
        assertThatThrownBy(() -> seal.close("secret", "a"))
                .isInstanceOf(SealException.class)
                .hasMessageNotContaining("no key");
        Files.delete(file);
        assertThatThrownBy(() -> seal.close("secret", "a")).isInstanceOf(SealException.class);
    }
}
