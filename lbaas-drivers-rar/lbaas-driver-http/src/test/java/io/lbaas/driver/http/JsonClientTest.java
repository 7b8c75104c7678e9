package io.lbaas.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbaas.driver.spi.FailureKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class JsonClientTest {
    private static final JsonObject SECRET =
            Json.createObjectBuilder().add("password", "hunter2").build();

    private static Instant soon() {
        return Instant.now().plusSeconds(10);
    }

    private static Instant verySoon() {
        return Instant.now().plusMillis(300);
    }

    private static JsonClient client(LocalServer server) {
        return new JsonClient(Endpoint.of(server.device()));
    }

    private static NoAnswerException failure(JsonClient client, JsonRequest request, Instant deadline) {
        return catchThrowableOfType(NoAnswerException.class, () -> client.call(request, deadline));
    }

    @Test
    void bodyAndHeadersGoThereAndTheAnswerComesBack() throws Exception {
        try (LocalServer server = LocalServer.plain(exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            LocalServer.answer(
                    exchange,
                    201,
                    Json.createObjectBuilder()
                            .add("method", exchange.getRequestMethod())
                            .add("target", exchange.getRequestURI().toString())
                            .add("header", exchange.getRequestHeaders().getFirst("X-Token"))
                            .add("type", exchange.getRequestHeaders().getFirst("Content-Type"))
                            .add("sent", sent)
                            .build()
                            .toString());
        })) {
            String target = "/a/b?c=" + JsonRequest.encode("d e/f*+&ü");
            JsonAnswer answer =
                    client(server).call(JsonRequest.of("PUT", target, SECRET).with("X-Token", "t"), soon());
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.successful()).isTrue();
            assertThat(answer.object().getString("method")).isEqualTo("PUT");
            assertThat(answer.object().getString("target")).isEqualTo("/a/b?c=d%20e%2Ff%2A%2B%26%C3%BC");
            assertThat(answer.object().getString("header")).isEqualTo("t");
            assertThat(answer.object().getString("type")).isEqualTo("application/json");
            assertThat(answer.object().getString("sent")).isEqualTo(SECRET.toString());
        }
    }

    @Test
    void answerIsAnAnswerWhateverItsStatusAndBody() throws Exception {
        try (LocalServer server = LocalServer.plain(exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            LocalServer.answer(exchange, status, status == 503 ? "<html>" : "");
        })) {
            for (int status : new int[] {204, 302, 404, 503, 599}) {
                JsonAnswer answer = client(server).call(JsonRequest.of("GET", "/" + status), soon());
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo(JsonValue.NULL);
                assertThat(answer.object()).isEmpty();
            }
        }
    }

    @Test
    void callThatWasSentAndNotAnsweredMayHaveBeenDone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (LocalServer server = LocalServer.plain(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            NoAnswerException failure = failure(client(server), JsonRequest.of("POST", "/x", SECRET), verySoon());
            assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT_UNKNOWN);
            assertThat(failure.sent()).isTrue();
            end.countDown();
        }
    }

    @Test
    void answerThatDribblesIsGivenUpAtTheDeadline() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (LocalServer server = LocalServer.plain(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            assertThat(failure(client(server), JsonRequest.of("GET", "/x"), verySoon())
                            .kind())
                    .isEqualTo(FailureKind.TIMEOUT_UNKNOWN);
            end.countDown();
        }
    }

    @Test
    void connectionThatBreaksAfterTheRequestLeavesItUnknown() throws Exception {
        try (LocalServer server = LocalServer.plain(exchange -> {
            exchange.getRequestBody().readAllBytes();
            throw new IOException("reset");
        })) {
            NoAnswerException failure = failure(client(server), JsonRequest.of("POST", "/x", SECRET), soon());
            assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT_UNKNOWN);
        }
    }

    @Test
    void nobodyThereMeansNotSent() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        JsonClient client = new JsonClient(Endpoint.of(LocalServer.spec("http://127.0.0.1:" + port)));
        NoAnswerException failure = failure(client, JsonRequest.of("POST", "/x", SECRET), soon());
        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure.sent()).isFalse();
    }

    @Test
    void hostThatNeverSpeaksTlsMeansNotSent() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JsonClient client =
                    new JsonClient(Endpoint.of(LocalServer.spec("https://127.0.0.1:" + mute.getLocalPort())));
            NoAnswerException failure = failure(client, JsonRequest.of("POST", "/x", SECRET), verySoon());
            assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        }
    }

    @Test
    void noTimeLeftMeansNotSent() throws Exception {
        try (LocalServer server = LocalServer.plain(exchange -> LocalServer.answer(exchange, 200, ""))) {
            NoAnswerException failure = failure(
                    client(server), JsonRequest.of("GET", "/x"), Instant.now().minusSeconds(1));
            assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        }
    }

    @Test
    void tooLongAnswerIsCutOff() throws Exception {
        try (LocalServer server =
                LocalServer.plain(exchange -> LocalServer.answer(exchange, 200, "\"" + "x".repeat(2000) + "\""))) {
            JsonClient client = new JsonClient(Endpoint.of(server.device()), 1000);
            assertThat(failure(client, JsonRequest.of("GET", "/x"), soon())).hasMessageContaining("longer than 1000");
        }
    }

    @Test
    void neitherRequestNorFailureTellsSecrets() throws Exception {
        JsonRequest request =
                JsonRequest.of("POST", "/login?token=hunter2", SECRET).with("Authorization", "hunter2");
        try (LocalServer server = LocalServer.plain(exchange -> {
            throw new IOException("reset");
        })) {
            for (Throwable each = failure(client(server), request, soon()); each != null; each = each.getCause()) {
                assertThat(each.toString()).doesNotContain("hunter2");
            }
        }
        assertThat(request).hasToString("POST /login");
    }
}
