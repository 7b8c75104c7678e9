package io.lbaas.plugin.keystone;

import io.lbaas.plugin.api.Tokens.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Asks Keystone whose a token is. */
@ApplicationScoped
public class TokenValidation {

    private static final System.Logger LOG = System.getLogger(TokenValidation.class.getName());

    private final ServiceSession session;
    private final URI keystone;

    /** For the container's proxy. */
    protected TokenValidation() {
        this(null, (URI) null);
    }

    @Inject
    public TokenValidation(ServiceSession session, KeystoneSettings settings) {
        this(session, settings.url().orElse(null));
    }

    TokenValidation(ServiceSession session, URI keystone) {
        this.session = session;
        this.keystone = keystone;
    }

    /**
     * The owner of a token, nothing where Keystone does not know it.
     *
     * @throws io.lbaas.plugin.api.Fault UNAVAILABLE where Keystone gives no clear answer
     */
    public Optional<Owner> ask(String token) {
        var request = HttpRequest.newBuilder(keystone.resolve(keystone.getPath() + "/v3/auth/tokens?nocatalog"))
                .header("X-Subject-Token", token);
        HttpResponse<String> response = session.send(request, BodyHandlers.ofString());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(owner(response.body()));
            case 404 -> Optional.empty();
            default -> throw refused("answers " + response.statusCode());
        };
    }

    private static Owner owner(String body) {
        try {
            return KeystoneJson.owner(KeystoneJson.token(body));
        } catch (JsonException e) {
            throw refused("answers " + e.getMessage());
        }
    }

    private static RuntimeException refused(String why) {
        LOG.log(System.Logger.Level.ERROR, "Keystone does not validate a token: it {0}", why);
        return ServiceSession.unavailable();
    }
}
