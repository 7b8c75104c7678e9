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
import java.net.http.HttpClient;
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

    private final HttpClient client;
    private final String endpoint;
    private final Duration timeout;

    BarbicanHttp(URI endpoint, Duration timeout) {
        this.endpoint = endpoint.toString().replaceAll("/+$", "");
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    JsonObject json(String path, String token) throws UnusableTlsException, IOException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(get(path, "application/json", token)))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IOException("Barbican's answer is not JSON", e);
        }
    }

    byte[] get(String path, String mediaType, String token) throws UnusableTlsException, IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/v1/" + path))
                .timeout(timeout)
                .header("X-Auth-Token", token)
                .header("Accept", mediaType)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                check(response.statusCode());
                return body.readNBytes(LONGEST_ANSWER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Barbican was asked", e);
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
