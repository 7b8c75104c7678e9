package io.lbaas.launcher.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents name the settings that there are, with their defaults. */
class DocumentationTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Path DOCS = CHECKOUT.resolve("docs");
    private static final Path TABLE = DOCS.resolve("configuration.md");
    private static final List<String> APPLICATIONS = List.of("lbaas-web", "lbaas-ejb", "lbaas-drivers-rar");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(lbaas\\.[a-z0-9.-]+)` \\|");

    /** How the applications ask MicroProfile Config: by injection, or in the activation of a message-driven bean. */
    private static final Pattern QUESTION = Pattern.compile(
            "@ConfigProperty\\(name = \"(?<injected>lbaas\\.[a-z0-9.-]+)\"(, defaultValue = \"(?<default>[^\"]*)\")?"
                    + "|\\$\\{MPCONFIG=(?<activated>lbaas\\.[a-z0-9.-]+):(?<activation>[^}]*)}");

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingIsInTheTableWithItsDefault(Setting setting) throws IOException {
        assertThat(Files.readString(TABLE)).contains(row(setting.key(), setting.defaultValue()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everySettingOfTheApplicationsIsDocumentedWithItsDefault(String key, String defaultValue) {
        assertThat(documents()).contains(defaultValue == null ? "| `" + key + "` |" : row(key, defaultValue));
    }

    @Test
    void everySettingInTheDocumentsExistsAndIsThereOnce() {
        Stream<String> launcher = Arrays.stream(Setting.values()).map(Setting::key);
        Stream<String> applications = questions().map(question -> (String) question[0]);

        Set<String> existing = Stream.concat(launcher, applications).collect(toSet());

        assertThat(ROW.matcher(documents()).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(existing);
    }

    /** Key, and default or null: what all modules ask for. */
    static Stream<Object[]> questions() {
        return APPLICATIONS.stream()
                .flatMap(folder -> files(CHECKOUT.resolve(folder), ".*/?src/main/java/.*\\.java"))
                .flatMap(source -> QUESTION.matcher(source).results())
                .map(DocumentationTest::question);
    }

    private static Object[] question(MatchResult found) {
        boolean injected = found.group(1) != null;
        return new Object[] {injected ? found.group(1) : found.group(4), injected ? found.group(3) : found.group(5)};
    }

    private static String documents() {
        return files(DOCS, ".*\\.md").collect(joining());
    }

    private static String row(String key, String defaultValue) {
        return "| `%s` | %s |".formatted(key, defaultValue.isEmpty() ? "" : "`" + defaultValue + "`");
    }

    /** The texts of the files beneath a folder whose path in it has that form. */
    private static Stream<String> files(Path folder, String path) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> folder.relativize(file).toString().matches(path)).toList().stream()
                    .map(DocumentationTest::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
