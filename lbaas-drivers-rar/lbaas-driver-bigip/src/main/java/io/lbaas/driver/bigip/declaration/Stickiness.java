package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.SessionPersistence;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the members for a client are found again. The device knows it of a service, not of a pool.
 *
 * @param bySource whether members are chosen by a hash of the client's address
 * @param persistence null for none
 */
record Stickiness(boolean bySource, SessionPersistence persistence) {
    private static final Stickiness NONE = new Stickiness(false, null);

    private static final int HALF_AN_HOUR = 1800;

    static Stickiness of(Pool pool) {
        return new Stickiness(
                pool.spec().lbAlgorithm() == Algorithm.SOURCE_IP, pool.spec().sessionPersistence());
    }

    /** What the pools of a listener ask for; more than one is more than a service can do. */
    static Set<Stickiness> all(DesiredLoadBalancer tree, Listener listener) {
        return listener.poolIds().stream()
                .flatMap(id -> tree.pool(id).stream())
                .map(Stickiness::of)
                .collect(Collectors.toSet());
    }

    static Stickiness of(DesiredLoadBalancer tree, Listener listener) {
        return all(tree, listener).stream().findFirst().orElse(NONE);
    }

    /** Adds the methods to a service; without any, what a service does by itself is switched off. */
    void render(Application application, Listener listener, JsonObjectBuilder service) {
        String name = Names.listener(listener.id());
        String hash = bySource ? application.add(name + "_hash", address().add("hashAlgorithm", "carp")) : null;
        if (persistence == null) {
            service.add("persistenceMethods", Doc.array(Stream.ofNullable(hash).map(Doc::use)));
            return;
        }
        String method = application.add(name + "_persistence", method(application, listener));
        service.add("persistenceMethods", Doc.array(Stream.of(Doc.use(method))));
        if (hash != null) {
            service.add("fallbackPersistenceMethod", Doc.use(hash));
        }
    }

    private JsonObjectBuilder method(Application application, Listener listener) {
        return switch (persistence.type()) {
            case SOURCE_IP -> {
                JsonObjectBuilder address = address();
                if (persistence.persistenceTimeout() != null) {
                    address.add("duration", persistence.persistenceTimeout());
                }
                if (persistence.persistenceGranularity() != null) {
                    address.add("addressMask", Address.parse(persistence.persistenceGranularity()));
                }
                yield address;
            }
            // The cookie must come back on connections without TLS where the listener speaks none.
            case HTTP_COOKIE ->
                method("cookie")
                        .add("cookieMethod", "insert")
                        .add("cookieName", "SRV")
                        .add("secure", listener.spec().protocol() == ListenerProtocol.TERMINATED_HTTPS);
            case APP_COOKIE ->
                method("universal")
                        .add("duration", HALF_AN_HOUR)
                        .add(
                                "iRule",
                                application.add(
                                        Names.listener(listener.id()) + "_cookie",
                                        Tcl.rule(Tcl.followCookie(persistence.cookieName(), HALF_AN_HOUR))));
        };
    }

    private static JsonObjectBuilder address() {
        return method("source-address");
    }

    private static JsonObjectBuilder method(String name) {
        return Doc.of("Persist").add("persistenceMethod", name);
    }
}
