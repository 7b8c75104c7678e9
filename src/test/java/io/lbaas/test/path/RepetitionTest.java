package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client may do that is not sure whether, or of what, its request was heard. */
@ExtendWith(SharedServer.class)
class RepetitionTest {

    private static final String POOLS = "/v2/lbaas/pools";
    private static final String CONTAINERS = "/tls/v1/containers";
    private static final String NAMED = "{\"pool\": {\"name\": \"%s\"}}";

    private final Api api;

    RepetitionTest(LbaasServer server) {
        api = server.admin();
    }

    @Test
    void aChangeIsMadeToWhatTheClientHasSeenOnly() {
        Site site = Site.create(api, "seen");
        String pool = POOLS + "/" + site.pool();
        String seen = api.send("GET", pool, null).header("ETag");

        assertThat(send("GET", pool, null, "If-None-Match", seen).status()).isEqualTo(304);
        Answer first = send("PUT", pool, NAMED.formatted("first"), "If-Match", seen);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        Answer second = send("PUT", pool, NAMED.formatted("second"), "If-Match", seen);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().getString("faultstring")).contains("entity tag");
        assertThat(send("DELETE", pool, null, "If-Match", seen).status()).isEqualTo(412);

        site.awaitActive();
        assertThat(send("GET", pool, null, "If-None-Match", seen).status()).isEqualTo(200);
        assertThat(send("PUT", pool, NAMED.formatted("third"), "If-Match", "*").status())
                .isEqualTo(200);
        site.awaitActive();
        site.delete();
    }

    @Test
    void ofManyWhoSawTheSameOneMakesItsChange() {
        Site site = Site.create(api, "race");
        String pool = POOLS + "/" + site.pool();
        String seen = api.send("GET", pool, null).header("ETag");

        List<Integer> statuses = atOnce(i -> send("PUT", pool, NAMED.formatted("client " + i), "If-Match", seen)
                .status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        site.awaitActive();
        site.delete();
    }

    @Test
    void aRequestWithAKeyIsDoneOnce() {
        Site site = Site.create(api, "once");
        String key = UUID.randomUUID().toString();
        String body =
                "{\"pool\": {\"loadbalancer_id\": \"%s\", \"protocol\": \"TCP\", \"lb_algorithm\": \"SOURCE_IP\"}}"
                        .formatted(site.loadBalancer());

        List<Answer> answers = atOnce(i -> send("POST", POOLS, body, "Idempotency-Key", key));
        Answer repeated = send("POST", POOLS, body, "Idempotency-Key", key);

        assertThat(answers).extracting(Answer::status).contains(201).containsOnly(201, 409);
        assertThat(repeated.status()).isEqualTo(201);
        Answer original = answers.stream()
                .filter(answer -> answer.header("Idempotent-Replayed").isEmpty() && answer.status() == 201)
                .findFirst()
                .orElseThrow();
        assertThat(repeated.body()).isEqualTo(original.body());
        assertThat(repeated.header("ETag")).isEqualTo(original.header("ETag"));
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo(original.header("x-openstack-request-id"));
        assertThat(api.send("GET", POOLS + "?loadbalancer_id=" + site.loadBalancer(), null)
                        .json()
                        .getJsonArray("pools"))
                .as("that of the site and one more")
                .hasSize(2);

        Answer other = send("POST", POOLS, body.replace("TCP", "HTTP"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        site.delete();
    }

    @Test
    void aRepeatedBatchDoesNotUndoWhatOthersDidSince() {
        Site site = Site.create(api, "batch");
        String members = POOLS + "/" + site.pool() + "/members";
        String key = UUID.randomUUID().toString();
        String batch = "{\"members\": [{\"address\": \"192.0.2.1\", \"protocol_port\": 80}]}";

        Answer first = send("PUT", members, batch, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        site.awaitActive();
        site.addMember("192.0.2.2", 80);
        Answer repeated = send("PUT", members, batch, "Idempotency-Key", key);

        assertThat(repeated.status()).isEqualTo(202);
        assertThat(repeated.body()).isEmpty();
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo(first.header("x-openstack-request-id"));
        assertThat(api.send("GET", members, null).json().getJsonArray("members"))
                .hasSize(2);
        assertThat(send("PUT", members + "?additive_only=true", batch, "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        site.delete();
    }

    @Test
    void aCertificateIsUploadedOnce() {
        String upload = Json.createObjectBuilder()
                .add(
                        "container",
                        Json.createObjectBuilder()
                                .add("name", "once")
                                .add(
                                        "pem",
                                        new TestAuthority()
                                                .issue("once.example")
                                                .bundle()))
                .build()
                .toString();
        String key = UUID.randomUUID().toString();

        Answer first = send("POST", CONTAINERS, upload, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);

        assertThat(send("POST", CONTAINERS, upload, "Idempotency-Key", key).body())
                .isEqualTo(first.body());
        String id = first.json().getJsonObject("container").getString("id");
        assertThat(api.send("DELETE", CONTAINERS + "/" + id, null).status()).isEqualTo(204);
    }

    @Test
    void aRefusedRequestIsForgotten() {
        Site site = Site.create(api, "forgotten");
        String key = UUID.randomUUID().toString();
        String body = "{\"listener\": {\"loadbalancer_id\": \"%s\", \"protocol\": \"TCP\", \"protocol_port\": %d}}"
                .formatted(site.loadBalancer(), Site.PORT);

        assertThat(send("POST", "/v2/lbaas/listeners", body, "Idempotency-Key", key)
                        .status())
                .isEqualTo(409);
        api.delete("listeners/" + site.listener());
        api.awaitGone("listeners/" + site.listener());

        assertThat(send("POST", "/v2/lbaas/listeners", body, "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
        assertThat(send("POST", "/v2/lbaas/listeners", body, "Idempotency-Key", "x".repeat(256))
                        .status())
                .isEqualTo(400);
        site.delete();
    }

    private Answer send(String method, String path, String body, String header, String value) {
        return api.send(method, path, body, Map.of(header, value));
    }

    private static <T> List<T> atOnce(IntFunction<T> request) {
        List<CompletableFuture<T>> running = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i)))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }
}
