package io.lbaas.driver.netscaler.nitro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lbaas.driver.contract.LoopbackServer;
import io.lbaas.driver.http.Endpoint;
import io.lbaas.driver.http.JsonClient;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers, which are given one after the other whatever is asked; logins succeed. */
class NitroClientTest {
    private static final String ACCEPTED = "200 {\"errorcode\": 0, \"message\": \"Done\", \"severity\": \"NONE\"}";

    private final Deque<String> answers = new ArrayDeque<>();
    private final HttpServer server = LoopbackServer.plain(0);
    private NitroClient nitro;
    private int logins;

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
        DeviceSpec device =
                new DeviceSpec(UUID.randomUUID(), "netscaler", Map.of("url", LoopbackServer.url(server)), 1);
        nitro = new NitroClient(new JsonClient(Endpoint.of(device)), "user", "password");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean login = exchange.getRequestURI().getPath().endsWith("/login");
        logins += login ? 1 : 0;
        String answer = login ? "201 {\"errorcode\": 0, \"sessionid\": \"##1\"}" : answers.remove();
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String refusal(int status, int code, String message) {
        JsonObject body = Json.createObjectBuilder()
                .add("errorcode", code)
                .add("message", message)
                .add("severity", "ERROR")
                .build();
        return status + " " + body;
    }

    private void send(String resource) throws NitroException {
        JsonObject content = Json.createObjectBuilder().add("name", "one").build();
        nitro.send(
                "POST",
                Target.config(resource),
                resource,
                content,
                Instant.now().plusSeconds(10));
    }

    private NitroException failure(String resource) {
        return catchThrowableOfType(NitroException.class, () -> send(resource));
    }

    @ParameterizedTest
    @CsvSource({
        "409,273,CONFLICT",
        "404,258,CONFLICT",
        "599,293,BUSY",
        "599,412,BUSY",
        "599,368,TRANSIENT",
        "599,356,UNSUPPORTED",
        "599,1067,UNSUPPORTED",
        "599,3740,UNSUPPORTED",
        "599,1072,CAPACITY",
        "599,435,CAPACITY",
        "599,1198,TIMEOUT_UNKNOWN",
        "403,257,DEVICE_REFUSED",
        "400,1097,DEVICE_REFUSED",
        "503,0,BUSY",
        "502,0,TRANSIENT"
    })
    void errorsHaveKinds(int status, int code, FailureKind kind) {
        answers.add(refusal(status, code, "In the appliance's words"));
        NitroException failure = failure("lbvserver");
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining("In the appliance's words");
    }

    @ParameterizedTest
    @ValueSource(ints = {352, 444, 451, 452, 1026, 1027})
    void sessionThatIsOverIsBegunAgainWhateverTheStatus(int code) throws NitroException {
        answers.add(refusal(599, code, "Please login again"));
        answers.add(ACCEPTED);
        send("lbvserver");
        assertThat(logins).isEqualTo(2);
        assertThat(answers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {349, 457, 458})
    void whatThePrimaryNodeDidIsDone(int code) throws NitroException {
        answers.add(refusal(599, code, "The secondary node did not"));
        send("lbvserver");
    }

    @Test
    void refusalsThatRepeatWhatWasSentDoNotTellSecrets() {
        answers.add(refusal(400, 1097, "Invalid argument value [filecontent, c2VjcmV0]"));
        answers.add(refusal(400, 1097, "Invalid argument value [lbmethod, GUESSING]"));
        assertThat(failure("systemfile"))
                .hasMessageEndingWith("Invalid argument value")
                .hasNoCause();
        assertThat(failure("lbvserver")).hasMessageContaining("[lbmethod, GUESSING]");
    }
}
