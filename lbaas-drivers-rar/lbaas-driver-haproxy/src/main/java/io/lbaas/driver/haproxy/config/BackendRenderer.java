package io.lbaas.driver.haproxy.config;

import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.SessionPersistence;
import java.util.List;

/** Renders a pool as one listener uses it. */
final class BackendRenderer {
    private BackendRenderer() {}

    static void render(ConfigWriter config, Listener listener, Pool pool) {
        ConfigWriter.Section backend = config.section(
                new ObjectRef(ObjectType.POOL, pool.id()), "backend", ConfigObjects.backend(listener, pool.id()));
        backend.add(listener.spec().protocol().readsHttp() ? "mode http" : "mode tcp");
        balance(backend, pool.spec().lbAlgorithm());
        backend.add("timeout connect", Word.milliseconds(listener.spec().timeoutMemberConnect()));
        backend.add("timeout server", Word.milliseconds(listener.spec().timeoutMemberData()));
        if (pool.spec().sessionPersistence() != null) {
            persistence(backend, pool);
        }
        if (KnownStatus.monitored(pool)) {
            MonitorRenderer.render(backend, pool.healthMonitor());
        }
        List<Word> tls = pool.spec().tls().tlsEnabled()
                ? TlsRenderer.pool(
                        pool.spec().tls(),
                        config.files(),
                        listener.spec().protocol().readsHttp())
                : List.of();
        pool.members().forEach(member -> ServerRenderer.render(backend, pool, tls, member));
    }

    private static void balance(ConfigWriter.Section backend, Algorithm algorithm) {
        switch (algorithm) {
            case ROUND_ROBIN -> backend.add("balance roundrobin");
            case LEAST_CONNECTIONS -> backend.add("balance leastconn");
            // Consistent, so that members can come and go while HAProxy runs and few clients move.
            case SOURCE_IP -> backend.add("balance source").add("hash-type consistent");
            case SOURCE_IP_PORT -> throw new IllegalArgumentException("HAProxy has no " + algorithm);
        }
    }

    /** Tables are handed to the worker that comes with a reload, see {@link GlobalConfig}. */
    private static void persistence(ConfigWriter.Section backend, Pool pool) {
        SessionPersistence persistence = pool.spec().sessionPersistence();
        switch (persistence.type()) {
            // Made of the member's address, because HAProxy takes no cookie with a server that is added while it runs.
            case HTTP_COOKIE ->
                backend.add("cookie SRV insert indirect nocache dynamic").add("dynamic-cookie-key", Word.id(pool.id()));
            // The IPv6 type holds IPv4 addresses too.
            case SOURCE_IP ->
                backend.add("stick-table type ipv6 size 10k expire 30m peers local")
                        .add("stick on src");
            case APP_COOKIE ->
                backend.add("stick-table type string len 64 size 10k expire 30m peers local")
                        .add("stick store-response", Word.fetch("res.cook", persistence.cookieName()))
                        .add("stick match", Word.fetch("req.cook", persistence.cookieName()));
        }
    }
}
