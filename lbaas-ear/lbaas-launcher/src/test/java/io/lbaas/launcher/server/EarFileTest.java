package io.lbaas.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lbaas.launcher.StartupException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarFileTest {
    @TempDir
    Path directory;

    @Test
    void knowsItsDrivers() throws IOException {
        EarFile ear = ear(Map.of("lbaas-driver-noop.rar", new byte[0]));

        assertThat(ear.hasDriver("noop")).isTrue();
        assertThat(ear.hasDriver("haproxy")).isFalse();
    }

    @Test
    void knowsWhetherItHasAWebModule() throws IOException {
        assertThat(ear(Map.of("lbaas-web.war", new byte[0])).hasWeb()).isTrue();
        assertThat(ear(Map.of("lbaas-agent.jar", new byte[0])).hasWeb()).isFalse();
    }

    @Test
    void givesOutTheModuleWithTheSchema() throws IOException {
        byte[] plugin = zip(Map.of("db/migration/V1__schema.sql", new byte[0]));
        EarFile ear = ear(Map.of("agent.jar", zip(Map.of("a.class", new byte[0])), "plugin.jar", plugin));

        assertThat(ear.extractSchemaModule(directory))
                .hasValueSatisfying(copy -> assertThat(copy).hasBinaryContent(plugin));
    }

    @Test
    void anAgentHasNoSchema() throws IOException {
        EarFile ear = ear(Map.of("agent.jar", zip(Map.of("a.class", new byte[0]))));

        assertThat(ear.extractSchemaModule(directory)).isEmpty();
    }

    @Test
    void mustExist() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> EarFile.at(directory.resolve("none.ear")))
                .withMessageContaining("lbaas.ear");
    }

    private EarFile ear(Map<String, byte[]> entries) throws IOException {
        return EarFile.at(Files.write(directory.resolve("test.ear"), zip(entries)));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                ((OutputStream) zip).write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
