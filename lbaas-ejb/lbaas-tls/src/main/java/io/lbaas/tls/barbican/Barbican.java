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
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Fetches certificates: containers of type certificate, and secrets that hold PKCS#12 or PEM. */
public final class Barbican {

    private static final char[] NO_PASSWORD = {};

    private final URI endpoint;
    private final BarbicanHttp http;

    /**
     * A client of one Barbican.
     *
     * @param endpoint without the version, for example {@code https://keys.example:9311}
     * @param timeout of each request
     */
    public Barbican(URI endpoint, Duration timeout) {
        this.endpoint = endpoint;
        http = new BarbicanHttp(endpoint, timeout);
    }

    /**
     * Fetches what is at a place.
     *
     * @param token a Keystone token of whoever asks
     * @throws UnusableTlsException where it is not there, not for the one who asks, or cannot be used
     * @throws IOException where that is not known: Barbican cannot be reached, or fails
     */
    public TlsBundle fetch(TlsLocation location, String token) throws UnusableTlsException, IOException {
        if (!endpoint.getAuthority().equals(location.authority())) {
            throw new UnusableTlsException("It is not in the secret store of this cloud");
        }
        return location.store() == Store.BARBICAN_CONTAINER
                ? container(location.id(), token)
                : BundleReader.read(payload(location.id(), token), NO_PASSWORD);
    }

    private TlsBundle container(UUID id, String token) throws UnusableTlsException, IOException {
        Map<String, UUID> secrets = secrets(http.json("containers/" + id, token));
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        for (String name : new String[] {"certificate", "intermediates", "private_key"}) {
            if (secrets.containsKey(name)) {
                pem.writeBytes(payload(secrets.get(name), token));
                pem.write('\n');
            }
        }
        UUID passphrase = secrets.get("private_key_passphrase");
        char[] password =
                passphrase == null ? NO_PASSWORD : new String(payload(passphrase, token), UTF_8).toCharArray();
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

    private byte[] payload(UUID secret, String token) throws UnusableTlsException, IOException {
        JsonObject types = http.json("secrets/" + secret, token)
                .getOrDefault("content_types", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject();
        return http.get(
                "secrets/" + secret + "/payload", types.getString("default", "application/octet-stream"), token);
    }
}
