package io.lbaas.web.binding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.plugin.api.Fault;
import jakarta.json.JsonException;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Reads JSON that others wrote: bounded in size and depth. */
public final class JsonInput {

    /** The longest request body, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** The deepest nesting; a load balancer with everything in it needs a dozen levels. */
    static final int MAX_DEPTH = 64;

    private static final JsonParserFactory PARSERS =
            JsonProvider.provider().createParserFactory(Map.of("org.eclipse.parsson.maxDepth", MAX_DEPTH));

    private JsonInput() {}

    /**
     * The JSON document in a stream, or nothing where the stream is empty.
     *
     * @throws Fault INVALID where it is not JSON
     */
    public static Optional<JsonValue> read(InputStream body) {
        byte[] bytes = bytes(body);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        // A decoder, unlike a charset, refuses bytes that are not UTF-8.
        return Optional.of(parse(new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8.newDecoder())));
    }

    /** The value of a JSON text of our own. */
    public static JsonValue constant(String text) {
        return parse(new StringReader(text));
    }

    private static JsonValue parse(Reader text) {
        try (JsonParser parser = PARSERS.createParser(text)) {
            parser.next();
            JsonValue document = parser.getValue();
            if (document instanceof JsonStructure && parser.hasNext()) {
                throw new JsonException("More than one document");
            }
            return document;
        } catch (RuntimeException e) {
            // The parser has no type of its own for what it refuses, such as a document that is too deep.
            throw Fault.invalid("Request is not in valid JSON format").causedBy(e);
        }
    }

    /** The bytes of a request body, which is not longer than allowed. */
    public static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ClientErrorException(
                        "The request body is longer than " + MAX_BYTES + " bytes.",
                        Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
