package io.lbaas.test.client;

import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.Program;
import io.lbaas.test.harness.SpareServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's openstack command line client, SDK and gophercloud do all that they can do with load balancers. */
@ExtendWith(SpareServer.class)
class OpenStackClientsTest {
    /** Debian's own, because that is where its packages are found. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String GO = "/usr/bin/go";
    private static final String GO_PATH = "/usr/share/gocode";

    @ParameterizedTest
    @ValueSource(strings = {"test_cli", "test_sdk"})
    void pythonDoesAllThatItCan(String module, LbaasServer server) {
        Program.assumeInstalled(
                new Program(PYTHON, "-c", "import octaviaclient, openstack")
                                .run()
                                .code()
                        == 0,
                "python3-octaviaclient python3-openstackclient");
        new Program(PYTHON, "-B", "-W", "ignore", "-m", "unittest", module)
                .with(session(server))
                .run()
                .assertSucceeded();
    }

    @Test
    void goDoesAllThatItCan(LbaasServer server) {
        Program.assumeInstalled(
                "golang-go golang-github-gophercloud-gophercloud-dev",
                GO,
                GO_PATH + "/src/github.com/gophercloud/gophercloud/openstack/loadbalancer/v2");
        new Program(GO, "test", "-count=1", ".")
                .in("gophercloud")
                .with(Map.of("GO111MODULE", "off", "GOFLAGS", "", "GOPATH", GO_PATH))
                .with(session(server))
                .run()
                .assertSucceeded();
    }

    private static Map<String, String> session(LbaasServer server) {
        return Map.of(
                "OS_AUTH_TYPE",
                "http_basic",
                "OS_ENDPOINT",
                "http://127.0.0.1:" + server.httpPort(),
                "OS_USERNAME",
                "admin",
                "OS_PASSWORD",
                server.adminPassword());
    }
}
