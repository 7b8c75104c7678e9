package io.lbaas.tls.barbican;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.tls.TlsLocation;
import io.lbaas.tls.TlsLocation.Store;
import io.lbaas.tls.bundle.BundleReader;
import io.lbaas.tls.bundle.TlsBundle;
import io.lbaas.tls.bundle.UnusableTlsException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Fetches certificates: containers of type certificate, and secrets that hold PKCS#12 or PEM. */
public final class Barbican {

    private static final char[] NO_PASSWORD = {};

    /** Sends requests with the Keystone token of whoever asks. */
    @FunctionalInterface
    public interface Sender {
        HttpResponse<InputStream> send(HttpRequest.Builder request, BodyHandler<InputStream> handler)
                throws IOException;
    }

    private final URI endpoint;
    private final BarbicanHttp http;

    /**
     * A client of one Barbican.
     *
     * @param endpoint without the version, for example {@code https://keys.example:9311}
     * @param timeout of each request
     * @param sender sends them as whoever asks
     */
    public Barbican(URI endpoint, Duration timeout, Sender sender) {
        this.endpoint = endpoint;
        http = new BarbicanHttp(endpoint, timeout, sender);
    }

    /**
     * Fetches what is at a place.
     *
     * @throws UnusableTlsException where it is not there, not for the one who asks, or cannot be used
     * @throws IOException where that is not known: Barbican cannot be reached, or fails
     */
    public TlsBundle fetch(TlsLocation location) throws UnusableTlsException, IOException {
        if (!endpoint.getAuthority().equals(location.authority())) {
            throw new UnusableTlsException("It is not in the secret store of this cloud");
        }
        return location.store() == Store.BARBICAN_CONTAINER
                ? container(location.id())
                : BundleReader.read(payload(location.id()), NO_PASSWORD);
    }

    private TlsBundle container(UUID id) throws UnusableTlsException, IOException {
        Map<String, UUID> secrets = secrets(http.json("containers/" + id));
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        for (String name : new String[] {"certificate", "intermediates", "private_key"}) {
            if (secrets.containsKey(name)) {
                pem.writeBytes(payload(secrets.get(name)));
                pem.write('\n');
            }
        }
        UUID passphrase = secrets.get("private_key_passphrase");
        char[] password = passphrase == null ? NO_PASSWORD : new String(payload(passphrase), UTF_8).toCharArray();
        return BundleReader.read(pem.toByteArray(), password);
    }

    /** Only the ids of the secrets: their URLs are those of whoever asked Barbican last. */
    private static Map<String, UUID> secrets(JsonObject container) throws UnusableTlsException {
        Map<String, UUID> secrets = new HashMap<>();
        for (JsonValue each : container
                .getOrDefault("secret_refs", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()) {
            JsonObject secret = each.asJsonObject();
            TlsLocation location = TlsLocation.of(secret.getString("secret_ref", ""))
                    .filter(found -> found.store() == Store.BARBICAN_SECRET)
                    .orElseThrow(() -> new UnusableTlsException("The container refers to something else"));
            secrets.put(secret.getString("name", ""), location.id());
        }
        return secrets;
    }

    private byte[] payload(UUID secret) throws UnusableTlsException, IOException {
        JsonObject types = http.json("secrets/" + secret)
                .getOrDefault("content_types", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject();
        return http.get("secrets/" + secret + "/payload", types.getString("default", "application/octet-stream"));
    }
}
