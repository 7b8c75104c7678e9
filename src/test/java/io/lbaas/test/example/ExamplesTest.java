package io.lbaas.test.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SpareServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every example does what it says; each may use what those before it made. */
@ExtendWith(SpareServer.class)
class ExamplesTest {
    private static final Path FILE = Path.of(
            System.getProperty("lbaas.checkout"), "lbaas-web/src/main/resources/io/lbaas/web/openapi/examples.json");

    @Test
    void everyExampleDoesWhatItSays(LbaasServer server) throws IOException {
        Api api = server.admin();
        Described described = Described.of(api);
        Map<String, String> ids = new LinkedHashMap<>(Map.of("name", "example"));
        for (JsonObject example : examples()) {
            Answer answer = patiently(api, example, ids);
            assertThat(answer.status()).as(example + " => " + answer.body()).isEqualTo(example.getInt("status"));
            assertThat(described.answers(example.getString("verb"), example.getString("path")))
                    .containsKey(String.valueOf(answer.status()));
            if (!answer.body().isEmpty()) {
                assertThat(Described.leaves(answer.json()))
                        .as("what is answered to %s", example)
                        .isEqualTo(described.fields(example));
            }
            if (example.containsKey("keep")) {
                ids.put(example.getString("keep"), id(answer.json()));
            }
        }
        api.send("DELETE", "/v2/lbaas/loadbalancers/" + ids.get("loadbalancer") + "?cascade=true", null);
        api.awaitGone("loadbalancers/" + ids.get("loadbalancer"));
    }

    @Test
    void everyRequestWithABodyHasAnExample(LbaasServer server) {
        JsonObject paths = server.admin().send("GET", "/openapi", null).json().getJsonObject("paths");
        assertThat(paths.entrySet().stream().flatMap(path -> path.getValue().asJsonObject().entrySet().stream()
                        .filter(operation -> lacksExample(operation.getValue()))
                        .map(operation -> operation.getKey() + " " + path.getKey())))
                .isEmpty();
    }

    private static boolean lacksExample(JsonValue operation) {
        JsonObject body = operation.asJsonObject().getJsonObject("requestBody");
        return body != null
                && !body.getJsonObject("content")
                        .getJsonObject("application/json")
                        .containsKey("example");
    }

    /** An object that is being changed refuses the next change for a moment. */
    private static Answer patiently(Api api, JsonObject example, Map<String, String> ids) {
        return await().until(
                        () -> api.send(
                                example.getString("verb").toUpperCase(Locale.ROOT),
                                filled(example.getString("path"), ids),
                                filled(example.get("body").toString(), ids)),
                        answer -> answer.status() != 409);
    }

    private static String filled(String template, Map<String, String> ids) {
        String filled = template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    /** Objects of the API stand under their name, those of the operator's interface do not. */
    private static String id(JsonObject answer) {
        return answer.containsKey("id")
                ? answer.getString("id")
                : answer.values().iterator().next().asJsonObject().getString("id");
    }

    private static List<JsonObject> examples() throws IOException {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            return Json.createReader(reader).readArray().getValuesAs(JsonObject.class);
        }
    }
}
