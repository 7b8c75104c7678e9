package io.lbaas.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** One request for each operation that takes a body, in an order in which they can be made one after the other. */
final class Examples {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private static final List<JsonObject> ALL = read();

    private Examples() {}

    /** The body of the request, with ids made up. */
    static Optional<JsonValue> of(Endpoint endpoint) {
        return ALL.stream()
                .filter(example -> example.getString("verb").equalsIgnoreCase(endpoint.verb()))
                .filter(example -> anonymous(example.getString("path")).equals(anonymous(endpoint.path())))
                .map(example -> example.get("body"))
                .findFirst();
    }

    private static String anonymous(String path) {
        return NAME.matcher(path).replaceAll("{}");
    }

    private static List<JsonObject> read() {
        try (InputStream file = Examples.class.getResourceAsStream("examples.json")) {
            String text = new String(file.readAllBytes(), UTF_8);
            String withIds = Pattern.compile("\"\\{(\\w+)}\"")
                    .matcher(text)
                    .replaceAll(
                            name -> "\"" + UUID.nameUUIDFromBytes(name.group().getBytes(UTF_8)) + "\"");
            return Json.createReader(new StringReader(withIds)).readArray().getValuesAs(JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
