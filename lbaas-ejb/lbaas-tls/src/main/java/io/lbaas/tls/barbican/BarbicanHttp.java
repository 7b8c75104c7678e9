package io.lbaas.tls.barbican;

import io.lbaas.tls.bundle.UnusableTlsException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Barbican's API, as far as it is read. */
final class BarbicanHttp {

    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private final String endpoint;
    private final Duration timeout;
    private final Barbican.Sender sender;

    BarbicanHttp(URI endpoint, Duration timeout, Barbican.Sender sender) {
        this.endpoint = endpoint.toString().replaceAll("/+$", "");
        this.timeout = timeout;
        this.sender = sender;
    }

    JsonObject json(String path) throws UnusableTlsException, IOException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(get(path, "application/json")))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IOException("Barbican's answer is not JSON", e);
        }
    }

    byte[] get(String path, String mediaType) throws UnusableTlsException, IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + "/v1/" + path))
                .timeout(timeout)
                .header("Accept", mediaType);
        HttpResponse<InputStream> response = sender.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            check(response.statusCode());
            return body.readNBytes(LONGEST_ANSWER);
        }
    }

    private static void check(int status) throws UnusableTlsException, IOException {
        if (status >= CLIENT_ERRORS && status < SERVER_ERRORS) {
            throw new UnusableTlsException("Barbican answers with status " + status);
        }
        if (status != OK) {
            throw new IOException("Barbican answers with status " + status);
        }
    }
}
