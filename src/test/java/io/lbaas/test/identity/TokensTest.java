package io.lbaas.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.contract.traffic.TlsClient;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.IdentityProvider;
import io.lbaas.test.harness.Keystone;
import io.lbaas.test.harness.KeystoneAdmin;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.Program;
import io.lbaas.test.harness.SecretService;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a real Keystone and of an OpenID Connect provider, sent by the real command line client and by hand. */
class TokensTest {
    private static final String PASSWORD = "correct-horse";
    private static final String SHOP = "shop";
    private static final String LIST = "/v2.0/lbaas/loadbalancers";

    @TempDir
    private static Path directory;

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final SecretService SECRETS = new SecretService();

    private static Keystone keystone;
    private static KeystoneAdmin admin;
    private static LbaasServer server;

    @BeforeAll
    static void start() {
        Program.assumeInstalled(
                Keystone.isInstalled(), "python3-keystone python3-openstackclient python3-octaviaclient");
        keystone = new Keystone(directory.resolve("keystone"));
        server = new LbaasServer(
                directory.resolve("lbaas"),
                Map.of(
                        "LBAAS_KEYSTONE_URL", keystone.url(),
                        "LBAAS_KEYSTONE_PASSWORD", PASSWORD,
                        "LBAAS_BARBICAN_URL", SECRETS.url(),
                        "MP_JWT_VERIFY_ISSUER", PROVIDER.issuer(),
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", PROVIDER.keys(),
                        "LBAAS_OIDC_ROLES_CLAIM", "realm_access.roles"));
        keystone.start("http://127.0.0.1:" + server.httpPort());
        server.start();
        admin = keystone.admin();
        admin.user("lbaas", PASSWORD, admin.project("service"), "admin");
        String shop = admin.project(SHOP);
        admin.user("ann", PASSWORD, shop, "member");
        admin.user("rob", PASSWORD, shop, "reader");
        admin.user("eve", PASSWORD, admin.project("other"), "member");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
        SECRETS.close();
        if (server != null) {
            server.close();
        }
        if (keystone != null) {
            keystone.close();
        }
    }

    @Test
    void aMemberCreatesWhatAReaderOfTheProjectSeesAndOthersDoNot() {
        Program.Finished created =
                openstack("ann", SHOP, "create", "--name", "web", "--vip-subnet-id", subnet(), "-f", "json");
        created.assertSucceeded();
        assertThat(created.output()).contains("PENDING_CREATE");

        assertThat(openstack("rob", SHOP, "list").output()).contains("web");
        assertThat(as("eve", "other").send("GET", LIST, null).json().getJsonArray("loadbalancers"))
                .isEmpty();
        Program.Finished refused = openstack("rob", SHOP, "delete", "web");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.output()).contains("Policy does not allow this request to be performed.", "403");
    }

    @Test
    void ansibleMakesWhatIsMissingAndTakesAwayWhatIsThere() {
        Program.assumeInstalled("ansible", "/usr/bin/ansible-playbook");
        Path playbooks = Program.CLIENTS.resolve("ansible");
        new Program("/usr/bin/ansible-playbook", "load_balancer.yml")
                .in("ansible")
                .with(session("ann", SHOP))
                .with(Map.of("PYTHONPATH", playbooks.resolve("site").toString()))
                .run()
                .assertSucceeded();
    }

    @Test
    void withoutAGoodTokenTheClientIsSentToKeystone() {
        String revoked = admin.token("ann", PASSWORD, SHOP);
        admin.revoke(revoked);

        for (String token : List.of("notused", revoked)) {
            Api.Answer answer = Api.withToken(server.httpPort(), token).send("GET", LIST, null);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json())
                    .hasToString("{\"error\":{\"code\":401,\"title\":\"Unauthorized\","
                            + "\"message\":\"The request you have made requires authentication.\"}}");
            assertThat(answer.headers().get("www-authenticate")).contains("Keystone uri=\"" + keystone.url() + "\"");
            assertThat(answer.headers()).containsKey("x-openstack-request-id");
        }
    }

    @Test
    void ourOwnAccountsWorkBesideKeystone() {
        assertThat(server.admin().send("GET", LIST, null).status()).isEqualTo(200);
    }

    @Test
    void withoutKeystoneOnlyTokensThatAreKnownWork() throws IOException {
        Api known = as("ann", SHOP);
        Api unknown = as("rob", SHOP);
        assertThat(known.send("GET", LIST, null).status()).isEqualTo(200);

        keystone.close();
        try {
            assertThat(known.send("GET", LIST, null).status()).isEqualTo(200);
            Api.Answer answer = unknown.send("GET", LIST, null);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsKey("retry-after");
        } finally {
            keystone.serve();
        }
        assertThat(unknown.send("GET", LIST, null).status()).isEqualTo(200);
    }

    @Test
    void aCertificateInBarbicanIsReadByItsOwnerFirstAndByTheServiceThen() throws IOException {
        TestAuthority authority = new TestAuthority();
        TestAuthority.Issued issued = authority.issue("barbican.example");
        String reference = SECRETS.keep(issued.bundle());
        String token = admin.token("ann", PASSWORD, SHOP);
        Api ann = Api.withToken(server.httpPort(), token);
        JsonObject loadBalancer = ann.create(
                "loadbalancers", "loadbalancer", Json.createObjectBuilder().add("vip_subnet_id", subnet()));

        String listener = ann.create(
                        "listeners",
                        "listener",
                        Json.createObjectBuilder()
                                .add("loadbalancer_id", loadBalancer.getString("id"))
                                .add("protocol", "TERMINATED_HTTPS")
                                .add("protocol_port", 8443)
                                .add("default_tls_container_ref", reference))
                .getString("id");

        assertThat(SECRETS.tokens()).contains(token);
        ann.awaitStatus("listeners/" + listener, "listener", "ACTIVE");
        TlsClient probe = new TlsClient(authority);
        assertThat(probe.get(loadBalancer.getString("vip_address"), 8443, "barbican.example")
                        .certificate())
                .isEqualTo(issued.certificate());
        assertThat(SECRETS.tokens()).hasSizeGreaterThan(1);
    }

    @Test
    void aBearerTokenWorksBesideKeystone() {
        Api reader = Api.withBearer(server.httpPort(), PROVIDER.token(Duration.ofHours(1), claims("reader")));
        assertThat(reader.send("GET", LIST, null).status()).isEqualTo(200);
        String body = "{\"loadbalancer\": {\"vip_subnet_id\": \"" + UUID.randomUUID() + "\"}}";
        assertThat(reader.send("POST", LIST, body).status()).isEqualTo(403);

        Api stranger = Api.withBearer(server.httpPort(), PROVIDER.token(Duration.ofHours(1), claims("visitor")));
        assertThat(stranger.send("GET", LIST, null).status()).isEqualTo(403);
    }

    @Test
    void aBearerTokenThatIsNotGoodIsRefused() {
        String expired = PROVIDER.token(Duration.ofMinutes(-5), claims("reader"));
        String good = PROVIDER.token(Duration.ofHours(1), claims("reader"));
        String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
        for (String token : List.of(expired, forged, "a.b.c", "none")) {
            Api.Answer answer = Api.withBearer(server.httpPort(), token).send("GET", LIST, null);
            assertThat(answer.status()).as(token).isEqualTo(401);
            assertThat(answer.json()).containsKey("error");
            assertThat(answer.headers().get("www-authenticate")).contains("Bearer realm=\"lbaas\"");
        }
    }

    @Test
    void credentialsAreNotLogged() throws IOException {
        String token = admin.token("ann", PASSWORD, SHOP);
        String bearer = PROVIDER.token(Duration.ofHours(1), claims("reader")) + "forged";
        for (Api each : List.of(Api.withToken(server.httpPort(), token), Api.withBearer(server.httpPort(), bearer))) {
            each.send("POST", LIST, "{\"loadbalancer\": {}}");
        }

        try (Stream<Path> logs = Files.list(server.dataDir().resolve("logs"))) {
            assertThat(logs.filter(file -> file.toString().endsWith(".log")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(token, bearer, PASSWORD));
        }
    }

    private static String subnet() {
        return server.admin().subnet();
    }

    private static JsonObjectBuilder claims(String role) {
        return Json.createObjectBuilder()
                .add("sub", "pat")
                .add("project_id", "p1")
                .add(
                        "realm_access",
                        Json.createObjectBuilder()
                                .add("roles", Json.createArrayBuilder().add(role)));
    }

    private static Api as(String user, String project) {
        return Api.withToken(server.httpPort(), admin.token(user, PASSWORD, project));
    }

    private static Program.Finished openstack(String user, String project, String... command) {
        List<String> line = new ArrayList<>(List.of("openstack", "loadbalancer"));
        line.addAll(List.of(command));
        return new Program(line.toArray(String[]::new))
                .with(session(user, project))
                .run();
    }

    private static Map<String, String> session(String user, String project) {
        return Map.of(
                "OS_AUTH_TYPE",
                "password",
                "OS_AUTH_URL",
                keystone.url() + "/v3",
                "OS_USERNAME",
                user,
                "OS_PASSWORD",
                PASSWORD,
                "OS_PROJECT_NAME",
                project,
                "OS_USER_DOMAIN_NAME",
                "Default",
                "OS_PROJECT_DOMAIN_NAME",
                "Default",
                "OS_REGION_NAME",
                Keystone.REGION);
    }
}
