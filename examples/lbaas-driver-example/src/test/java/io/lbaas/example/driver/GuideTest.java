package io.lbaas.example.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guide shows is what is compiled here, line for line but for the indentation. */
class GuideTest {
    private static final Path CHECKOUT = Path.of("../..");
    private static final Path GUIDE = CHECKOUT.resolve("docs/writing-a-driver.md");
    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- from (?<file>\\S+) -->\n)?```(?<language>java|xml)\n(?<code>.*?)```", Pattern.DOTALL);

    @Test
    void everyBlockOfCodeIsPartOfTheFileThatItNames() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        int count = 0;
        while (blocks.find()) {
            count++;
            String code = stripped(blocks.group("code"));
            assertThat(blocks.group("file")).as("file of%n%s", code).isNotNull();
            Path file = CHECKOUT.resolve(blocks.group("file"));
            assertThat(stripped(Files.readString(file))).as("%s", file).contains(code);
        }
        assertThat(count).as("blocks").isGreaterThan(5);
    }

    private static String stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
