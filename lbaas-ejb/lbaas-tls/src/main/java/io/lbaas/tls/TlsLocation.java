package io.lbaas.tls;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reference points to. Of what a tenant writes, only the id is ever used to fetch something.
 *
 * @param authority host and port of the reference, null where it has none
 */
public record TlsLocation(Store store, UUID id, String authority) {

    /** The path of our own containers. */
    public static final String OWN_PATH = "tls/v1/containers";

    private static final String ID = "(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?";

    /** Who keeps the material. */
    public enum Store {
        OWN("/(?:load-balancer/)?" + OWN_PATH + "/" + ID),
        BARBICAN_CONTAINER("(?:/[A-Za-z-]+)?/v1/containers/" + ID),
        BARBICAN_SECRET("(?:/[A-Za-z-]+)?/v1/secrets/" + ID);

        private final Pattern path;

        Store(String path) {
            this.path = Pattern.compile(path);
        }
    }

    /** The place that a reference means; nothing where it means none that we know. */
    public static Optional<TlsLocation> of(String reference) {
        try {
            URI uri = new URI(reference);
            for (Store store : Store.values()) {
                Matcher path = store.path.matcher(uri.getPath() == null ? "" : uri.getPath());
                if (path.matches()) {
                    return Optional.of(new TlsLocation(store, UUID.fromString(path.group("id")), uri.getAuthority()));
                }
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
