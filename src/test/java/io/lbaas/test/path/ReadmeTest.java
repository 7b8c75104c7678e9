package io.lbaas.test.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's example, as it is written there but for the port and the data directory of this server. */
@ExtendWith(SharedServer.class)
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("<!-- example -->\n```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleEndsWithBothMembersAnsweringInTurn(LbaasServer server) throws IOException {
        Path checkout = Path.of(System.getProperty("lbaas.checkout"));
        Matcher example = EXAMPLE.matcher(Files.readString(checkout.resolve("README.md")));
        assertThat(example.find()).isTrue();
        String script = example.group(1)
                .replace("127.0.0.1:9876", "127.0.0.1:" + server.httpPort())
                .replace(
                        "var/admin-credentials",
                        server.dataDir().resolve("admin-credentials").toString());

        List<String> lines = run(checkout, script);

        assertThat(lines.subList(lines.size() - 4, lines.size()))
                .as(String.join("\n", lines))
                .containsExactlyInAnyOrder("red", "red", "blue", "blue");
        assertThat(lines.get(lines.size() - 1)).isNotEqualTo(lines.get(lines.size() - 2));
    }

    /** Typed into a shell that ends, and with it the web servers it started. */
    private static List<String> run(Path checkout, String script) throws IOException {
        Process shell = new ProcessBuilder("bash", "-c", "trap 'kill $(jobs -p)' EXIT\n" + script)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), UTF_8).lines().toList();
    }
}
