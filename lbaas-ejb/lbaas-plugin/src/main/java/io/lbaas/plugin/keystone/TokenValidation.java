package io.lbaas.plugin.keystone;

import io.lbaas.keystone.KeystoneJson;
import io.lbaas.keystone.KeystoneSettings;
import io.lbaas.keystone.ServiceSession;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Tokens.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks Keystone whose a token is. */
@ApplicationScoped
public class TokenValidation {

    private static final System.Logger LOG = System.getLogger(TokenValidation.class.getName());

    private final ServiceSession session;
    private final URI keystone;
    private final Duration timeout;

    /** For the container's proxy. */
    protected TokenValidation() {
        this(null, null, null);
    }

    @Inject
    public TokenValidation(ServiceSession session, KeystoneSettings settings) {
        this(session, settings.url().orElse(null), settings.timeout());
    }

    TokenValidation(ServiceSession session, URI keystone, Duration timeout) {
        this.session = session;
        this.keystone = keystone;
        this.timeout = timeout;
    }

    /**
     * The owner of a token, nothing where Keystone does not know it.
     *
     * @throws Fault UNAVAILABLE where Keystone gives no clear answer
     */
    public Optional<Owner> ask(String token) {
        var request = HttpRequest.newBuilder(keystone.resolve(keystone.getPath() + "/v3/auth/tokens?nocatalog"))
                .timeout(timeout)
                .header("X-Subject-Token", token);
        try {
            HttpResponse<String> response = session.send(request, BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> Optional.of(owner(KeystoneJson.token(response.body())));
                case 404 -> Optional.empty();
                default -> throw refused("it answers " + response.statusCode());
            };
        } catch (IOException | JsonException e) {
            throw refused(e);
        }
    }

    private static Owner owner(JsonObject token) {
        try {
            JsonObject project = token.getJsonObject("project");
            return new Owner(
                    token.getJsonObject("user").getString("id"),
                    project == null ? null : project.getString("id"),
                    token.containsKey("roles")
                            ? token.getJsonArray("roles").getValuesAs(JsonObject.class).stream()
                                    .map(role -> role.getString("name"))
                                    .collect(Collectors.toSet())
                            : Set.of(),
                    KeystoneJson.expiry(token));
        } catch (NullPointerException | ClassCastException e) {
            throw new JsonException("a token of another form", e);
        }
    }

    private static Fault refused(Object why) {
        LOG.log(System.Logger.Level.ERROR, "Keystone does not validate a token: {0}", why);
        return Fault.unavailable("The service is not available at the moment. Please try again.");
    }
}
