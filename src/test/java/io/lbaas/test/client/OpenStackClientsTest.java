package io.lbaas.test.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SpareServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's openstack command line client and SDK do all that they can do with load balancers. */
@ExtendWith(SpareServer.class)
class OpenStackClientsTest {
    /** Debian's own, because that is where its packages are found. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final Path CLIENTS = Path.of(System.getProperty("lbaas.checkout"), "src/test/clients");

    @ParameterizedTest
    @ValueSource(strings = {"test_cli", "test_sdk"})
    void doesAllThatItCan(String module, LbaasServer server) throws Exception {
        assumeTrue(
                System.getenv("CI") != null
                        || run(command("-c", "import octaviaclient, openstack")).code() == 0,
                "python3-octaviaclient and python3-openstackclient are not installed");
        ProcessBuilder tests = command("-B", "-W", "ignore", "-m", "unittest", module);
        tests.environment().put("OS_AUTH_TYPE", "http_basic");
        tests.environment().put("OS_ENDPOINT", "http://127.0.0.1:" + server.httpPort());
        tests.environment().put("OS_USERNAME", "admin");
        tests.environment().put("OS_PASSWORD", server.adminPassword());
        Finished finished = run(tests);
        assertThat(finished.code()).as(finished.output()).isZero();
    }

    private static ProcessBuilder command(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(PYTHON).directory(CLIENTS.toFile());
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true);
    }

    private static Finished run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Finished(process.waitFor(), output);
    }

    private record Finished(int code, String output) {}
}
