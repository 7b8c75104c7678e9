package io.lbaas.driver.contract.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text as it is meant to be, in a file beside the test's class that a reviewer reads. With {@code -Dgolden.update=true} the
 * files become what is rendered, and the tests pass: their difference is then to be read before it is committed.
 */
public final class GoldenFile {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private GoldenFile() {}

    /** Compares text with the file of that name beside a test's class. */
    public static void check(Class<?> test, String name, String text) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Path directory = RESOURCES.resolve(test.getPackageName().replace('.', '/'));
                Files.writeString(Files.createDirectories(directory).resolve(name), text);
            } else {
                assertThat(text).isEqualTo(read(test, name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Class<?> test, String name) throws IOException {
        try (InputStream file = test.getResourceAsStream(name)) {
            assertThat(file).as("The golden file %s", name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
