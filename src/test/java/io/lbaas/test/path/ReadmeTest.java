package io.lbaas.test.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the README and of the documents, as they are written but for the port and the data directory. */
@ExtendWith(SharedServer.class)
class ReadmeTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("lbaas.checkout"));
    private static final Pattern EXAMPLE = Pattern.compile("<!-- example -->\n```sh\n(.*?)```", Pattern.DOTALL);
    private static final String END_OF_README = "end of README";

    /** Who types waits until what was typed before is done. */
    private static final String PAUSE =
            "until api $LB/loadbalancers/$lb | grep -q '\"provisioning_status\":\"ACTIVE\"'; do sleep 0.2; done\n";

    private static final String TAKE_AWAY =
            """
            api -X DELETE $LB/loadbalancers/$lb?cascade=true
            api -X DELETE $ref
            for each in accounts/ann devices/$device vip-ports/$port vip-subnets/$front
            do api -X DELETE http://127.0.0.1:9876/admin/v1/$each; done
            """;

    @Test
    void theExamplesOfAllDocumentsContinueThatOfTheReadme(LbaasServer server, @TempDir Path folder) throws IOException {
        String script = String.join(
                "\n",
                "trap 'kill $(jobs -p)' EXIT",
                "set -e",
                strict(examples(CHECKOUT.resolve("README.md"))),
                "echo; echo " + END_OF_README,
                "cd " + folder,
                documents().map(document -> PAUSE + document).collect(Collectors.joining()),
                PAUSE + TAKE_AWAY);

        Process shell = new ProcessBuilder("bash", "-c", of(server, script))
                .directory(CHECKOUT.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> lines =
                new String(shell.getInputStream().readAllBytes(), UTF_8).lines().toList();

        assertThat(shell.onExit().join().exitValue())
                .as(String.join("\n", lines))
                .isZero();
        List<String> answers = lines.subList(0, lines.indexOf(END_OF_README)).stream()
                .filter(line -> line.equals("red") || line.equals("blue"))
                .toList();
        List<String> last = answers.subList(answers.size() - 4, answers.size());
        assertThat(last).containsExactlyInAnyOrder("red", "red", "blue", "blue");
        assertThat(last.get(3)).isNotEqualTo(last.get(2));
    }

    /** Fails where a request does; an object that is being changed is asked again. */
    private static String strict(String script) {
        return script.replace("curl -sS -w", "curl --fail-with-body --retry 5 --retry-all-errors -sS -w");
    }

    private static String of(LbaasServer server, String script) {
        return script.replace("127.0.0.1:9876", "127.0.0.1:" + server.httpPort())
                .replace(
                        "var/admin-credentials",
                        server.dataDir().resolve("admin-credentials").toString());
    }

    private static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream()
                    .map(ReadmeTest::examples);
        }
    }

    private static String examples(Path document) {
        try {
            return EXAMPLE.matcher(Files.readString(document))
                    .results()
                    .map(example -> example.group(1))
                    .collect(Collectors.joining(PAUSE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
