package io.lbaas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarConnectionsTest {
    private static final byte[] CONTENT = {1, 2, 3};

    private final boolean before = URLConnection.getDefaultUseCaches("jar");

    @TempDir
    private Path directory;

    @AfterEach
    void restore() {
        URLConnection.setDefaultUseCaches("jar", before);
    }

    @Test
    void aResourceCanBeReadThoughAnotherReaderClosesTheJar() throws IOException {
        Path jar = jar();
        JarConnections.own();

        try (URLClassLoader loader = Isolated.loader(List.of(jar));
                InputStream resource = loader.getResourceAsStream("resource")) {
            close(URI.create("jar:" + jar.toUri() + "!/").toURL());

            assertThat(resource).hasBinaryContent(CONTENT);
        }
    }

    private static void close(URL jar) throws IOException {
        ((JarURLConnection) jar.openConnection()).getJarFile().close();
    }

    private Path jar() throws IOException {
        Path jar = directory.resolve("library.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("resource"));
            zip.write(CONTENT);
        }
        return jar;
    }
}
