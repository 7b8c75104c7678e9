package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.Transport;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders a listener as a service with its profiles. */
final class ListenerRenderer {
    private static final Map<ListenerProtocol, String> CLASSES = Map.of(
            ListenerProtocol.HTTP, "Service_HTTP",
            ListenerProtocol.TERMINATED_HTTPS, "Service_HTTPS",
            ListenerProtocol.HTTPS, "Service_TCP",
            ListenerProtocol.TCP, "Service_TCP",
            ListenerProtocol.UDP, "Service_UDP",
            ListenerProtocol.SCTP, "Service_SCTP");

    private ListenerRenderer() {}

    static void render(Application application, Listener listener) {
        ListenerSpec spec = listener.spec();
        String name = Names.listener(listener.id());
        boolean up = application.tree().spec().adminStateUp() && spec.adminStateUp();
        // What a service needs is said, because its defaults differ from class to class. Virtual addresses are shared,
        // for load balancers may share an address. A service without "enable" would not be on the device at all.
        JsonObjectBuilder service = Doc.of(CLASSES.get(spec.protocol()))
                .add(
                        "virtualAddresses",
                        Doc.strings(application.tree().vipAddresses().stream()
                                .map(Address::parse)
                                .distinct()))
                .add("virtualPort", spec.protocolPort())
                .add("shareAddresses", true)
                .add("adminState", up ? "enable" : "disable")
                .add("snat", application.snat());
        if (spec.connectionLimit() > 0) {
            service.add("maxConnections", spec.connectionLimit());
        }
        pools(application, listener)
                .map(Pool::id)
                .filter(id -> id.equals(spec.defaultPoolId()))
                .forEach(id -> service.add("pool", Names.pool(id)));
        Stickiness.of(application.tree(), listener).render(application, listener, service);
        transport(application, name, spec, service);
        if (spec.protocol().readsHttp()) {
            http(application, name, spec, service);
        }
        tls(application, name, listener, service);
        List<String> policies = PolicyRenderer.render(application, listener);
        if (!policies.isEmpty()) {
            service.add("policyEndpoint", Doc.array(policies.stream().map(Doc::use)));
        }
        Optional<String> rule = ListenerRule.render(application, listener);
        rule.ifPresent(found -> service.add("iRules", Doc.array(Stream.of(Doc.use(found)))));
        application.add(name, service);
    }

    /** The pools of a listener that the tree holds. */
    static Stream<Pool> pools(Application application, Listener listener) {
        return listener.poolIds().stream().flatMap(id -> application.tree().pool(id).stream());
    }

    private static void transport(Application application, String name, ListenerSpec spec, JsonObjectBuilder service) {
        if (spec.protocol().transport() == Transport.TCP) {
            String clients = application.add(name + "_clients", Timeouts.tcp(spec.timeoutClientData()));
            String members = application.add(
                    name + "_members",
                    Timeouts.connect(Timeouts.tcp(spec.timeoutMemberData()), spec.timeoutMemberConnect()));
            service.add(
                    "profileTCP", Doc.object().add("ingress", Doc.use(clients)).add("egress", Doc.use(members)));
        } else if (spec.protocol().transport() == Transport.UDP) {
            service.add("profileUDP", Doc.use(application.add(name + "_udp", Timeouts.udp(spec.timeoutClientData()))));
        }
    }

    private static void http(Application application, String name, ListenerSpec spec, JsonObjectBuilder service) {
        JsonObjectBuilder profile = Doc.of("HTTP_Profile").add("xForwardedFor", InsertHeader.X_FORWARDED_FOR.on(spec));
        ListenerTls tls = spec.tls();
        if (tls.hstsMaxAge() != null) {
            profile.add("hstsInsert", true)
                    .add("hstsPeriod", tls.hstsMaxAge())
                    .add("hstsIncludeSubdomains", tls.hstsIncludeSubdomains())
                    .add("hstsPreload", tls.hstsPreload());
        }
        service.add("profileHTTP", Doc.use(application.add(name + "_http", profile)));
    }

    private static void tls(Application application, String name, Listener listener, JsonObjectBuilder service) {
        TlsRenderer renderer = new TlsRenderer(application);
        if (listener.spec().protocol() == ListenerProtocol.TERMINATED_HTTPS) {
            ListenerTls tls = listener.spec().tls().withDefaults();
            service.add("redirect80", false).add("serverTLS", renderer.server(name + "_tls", tls));
            renderer.http2(name + "_http2", tls, listener.spec().timeoutClientData())
                    .ifPresent(
                            profile -> service.add("profileHTTP2", Doc.object().add("ingress", Doc.use(profile))));
        }
        pools(application, listener)
                .map(pool -> pool.spec().tls())
                .filter(PoolTls::tlsEnabled)
                .findFirst()
                .ifPresent(tls -> service.add("clientTLS", renderer.client(name + "_member_tls", tls.withDefaults())));
    }
}
