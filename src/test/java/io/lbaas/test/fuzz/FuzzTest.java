package io.lbaas.test.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.fuzz.Description.Operation;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SpareServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent, the answer is no failure of ours, says nothing of our inside, and a refusal leaves no trace. */
@ExtendWith(SpareServer.class)
class FuzzTest {
    /** Which values an attribute meets is a matter of chance, the same at every run. */
    private static final long SEED = 20_121_116;

    private static final int VALUES_PER_ATTRIBUTE = 6;
    private static final int CONFLICT = 409;
    private static final Set<Integer> UNSUPPORTED = Set.of(501);
    private static final Pattern INSIDE =
            Pattern.compile("(?i)exception|\\bat (io\\.lbaas|java|org)\\.|sqlstate|<html");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private static Api api;
    private static Store store;
    private static Victim victim;

    private record Request(String verb, String path, String body) {}

    @BeforeAll
    static void prepare(LbaasServer server) {
        api = server.admin();
        store = new Store(server);
        victim = Victim.create(api);
        awaitSettled();
    }

    @TestFactory
    Stream<DynamicTest> everyOperation() {
        return Description.of(api).operations().stream()
                .map(operation ->
                        DynamicTest.dynamicTest(operation.verb() + " " + operation.path(), () -> torment(operation)));
    }

    private static void torment(Operation operation) {
        awaitSettled();
        List<Request> harmless =
                requests(operation).filter(FuzzTest::isHarmless).toList();
        awaitSettled();
        Map<String, String> before = store.digests();
        harmless.forEach(FuzzTest::send);
        assertThat(store.digests()).as("the store after refusals only").isEqualTo(before);
    }

    private static Stream<Request> requests(Operation operation) {
        Stream<Request> odd = paths(operation).map(path -> new Request(operation.verb(), path, null));
        if (!operation.verb().equals("POST") && !operation.verb().equals("PUT")) {
            return odd;
        }
        String path = victim.path(operation.path());
        return Stream.concat(
                odd,
                Stream.concat(Hostile.BODIES.stream(), bodies(operation))
                        .map(body -> new Request(operation.verb(), path, body)));
    }

    /** Whether a request changes nothing, now and when it is sent again: what is busy now may be free by then. */
    private static boolean isHarmless(Request request) {
        int status = send(request).status();
        return request.verb().equals("GET") || status >= 400 && status != CONFLICT;
    }

    /** Sends a request that deserves to be refused. */
    private static Answer send(Request request) {
        Answer answer = api.send(request.verb(), request.path(), request.body());
        String what = request.verb() + " " + request.path() + " " + abbreviated(request.body()) + " => "
                + answer.status() + " " + abbreviated(answer.body());
        assertThat(answer.status() < 500 || UNSUPPORTED.contains(answer.status()))
                .as(what)
                .isTrue();
        assertThat(INSIDE.matcher(answer.body()).find()).as(what).isFalse();
        return answer;
    }

    private static Stream<String> paths(Operation operation) {
        if (operation.verb().equals("GET")) {
            return Hostile.TEXTS.stream()
                    .flatMap(text -> Stream.of(
                            PARAMETER
                                    .matcher(operation.path())
                                    .replaceAll(encoded(text).replace("$", "\\$")),
                            victim.path(operation.path()) + "?limit=" + encoded(text),
                            victim.path(operation.path()) + "?name=" + encoded(text) + "&" + encoded(text) + "=1",
                            victim.path(operation.path()) + "?sort=" + encoded(text) + "&fields=" + encoded(text)));
        }
        return PARAMETER.matcher(operation.path()).find()
                ? Stream.of(
                        PARAMETER
                                .matcher(operation.path())
                                .replaceAll(UUID.randomUUID().toString()),
                        PARAMETER.matcher(operation.path()).replaceAll("no-such-thing"))
                : Stream.empty();
    }

    private static Stream<String> bodies(Operation operation) {
        Random chance = new Random(SEED);
        return operation.attributes().stream().sorted().flatMap(attribute -> chance.ints(
                        VALUES_PER_ATTRIBUTE, 0, Hostile.VALUES.size())
                .mapToObj(index -> body(operation, attribute, Hostile.VALUES.get(index))));
    }

    private static String body(Operation operation, String attribute, JsonValue value) {
        JsonObject object = victim.valid(operation.root());
        JsonObjectBuilder changed =
                operation.verb().equals("POST") ? Json.createObjectBuilder(object) : Json.createObjectBuilder();
        JsonObject attributes = changed.add(attribute, value).build();
        return operation.root().isEmpty()
                ? attributes.toString()
                : Json.createObjectBuilder()
                        .add(operation.root(), attributes)
                        .build()
                        .toString();
    }

    private static void awaitSettled() {
        await().until(store::settled);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String abbreviated(String text) {
        return text == null ? "" : text.substring(0, Math.min(300, text.length()));
    }
}
