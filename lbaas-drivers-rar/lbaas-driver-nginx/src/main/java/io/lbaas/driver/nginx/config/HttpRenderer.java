package io.lbaas.driver.nginx.config;

import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Renders a listener whose requests nginx reads: one server, or one for each certificate that a client can ask for by
 * name.
 *
 * @param pools those in service
 */
record HttpRenderer(List<String> addresses, Listener listener, List<Pool> pools, TlsFiles files) {
    private static final String COUNTED = "$connection_requests $request_length $bytes_sent $status '$upstream_addr'";

    private static final Word UNAVAILABLE = Word.number(503);
    /** Closes the connection without a word. */
    private static final Word NO_ANSWER = Word.number(444);

    /** nginx takes only one such server for an address, and would add another load balancer's server to ours otherwise. */
    private static final Word DEFAULT = Word.literal("default_server");

    private static final Word OUTSIDE = Word.number(0);
    private static final Word INSIDE = Word.number(1);

    void render(ConfigWriter.Block top) {
        ServerRenderer.shared(top, listener, COUNTED);
        if (ServerRenderer.restricted(listener.spec())) {
            top.block("geo", List.of(Word.variable(allowed())), geo -> {
                geo.add("default", OUTSIDE);
                listener.spec().allowedCidrs().stream().distinct().forEach(cidr -> geo.entry(Word.cidr(cidr), INSIDE));
            });
        }
        L7Renderer policies = new L7Renderer(listener, pools);
        policies.maps(top);
        List<String> identities = listener.spec().tls().identities();
        if (identities.isEmpty()) {
            top.block("server", List.of(), server -> server(server, policies));
        }
        Set<String> taken = new LinkedHashSet<>();
        for (String identity : identities) {
            List<Word> names = files.names(identity).stream()
                    .filter(taken::add)
                    .map(Word::literal)
                    .toList();
            boolean first = identity.equals(identities.get(0));
            if (first || !names.isEmpty()) {
                top.block("server", List.of(), server -> server(server, policies, identity, names, first));
            }
        }
    }

    private String allowed() {
        return Names.variable("allowed", listener.id());
    }

    private void server(ConfigWriter.Block server, L7Renderer policies) {
        ServerRenderer.listen(server, addresses, listener.spec(), DEFAULT);
        common(server, policies);
    }

    private void server(
            ConfigWriter.Block server, L7Renderer policies, String identity, List<Word> names, boolean first) {
        List<Word> options = new ArrayList<>(List.of(Word.literal("ssl")));
        if (listener.spec().tls().withDefaults().alpnProtocols().contains(AlpnProtocol.HTTP_2)) {
            options.add(Word.literal("http2"));
        }
        if (first) {
            options.add(DEFAULT);
        }
        ServerRenderer.listen(server, addresses, listener.spec(), options.toArray(Word[]::new));
        if (!names.isEmpty()) {
            server.add("server_name", names);
        }
        TlsRenderer.identity(server, identity, files);
        TlsRenderer.listener(server, listener.spec().tls(), files);
        common(server, policies);
    }

    private void common(ConfigWriter.Block server, L7Renderer policies) {
        ListenerSpec spec = listener.spec();
        ServerRenderer.counted(server, listener);
        for (String timeout : List.of("client_header", "client_body", "send", "keepalive")) {
            server.add(timeout + "_timeout", Word.milliseconds(spec.timeoutClientData()));
        }
        server.add("proxy_connect_timeout", Word.milliseconds(spec.timeoutMemberConnect()));
        server.add("proxy_send_timeout", Word.milliseconds(spec.timeoutMemberData()));
        server.add("proxy_read_timeout", Word.milliseconds(spec.timeoutMemberData()));
        headers(server, spec);
        if (ServerRenderer.restricted(spec)) {
            server.block("if", List.of(Word.condition(allowed(), OUTSIDE)), refuse -> refuse.add("return", NO_ANSWER));
        }
        policies.decide(server);
        server.block("location", List.of(Word.literal("/")), location -> pools.stream()
                .filter(pool -> pool.id().equals(spec.defaultPoolId()))
                .findFirst()
                .ifPresentOrElse(
                        pool -> pass(location, pool, Word.NOTHING), () -> location.add("return", UNAVAILABLE)));
        policies.pools().forEach(pool -> {
            List<Word> name = List.of(Word.literal("="), UpstreamRenderer.name(pool));
            server.block("location", name, location -> pass(location, pool, Word.variable("request_uri")));
        });
    }

    private static void headers(ConfigWriter.Block server, ListenerSpec spec) {
        server.add("proxy_set_header", Word.literal("Host"), Word.variable("http_host"));
        server.add("proxy_set_header", Word.literal("Upgrade"), Word.variable("lbaas_upgrade"));
        server.add("proxy_set_header", Word.literal("Connection"), Word.variable("lbaas_connection"));
        for (InsertHeader header : InsertHeader.values()) {
            if (Boolean.parseBoolean(spec.insertHeaders().get(header.headerName()))) {
                header.render(server);
            }
        }
        if (spec.tls().hstsMaxAge() != null) {
            TlsRenderer.strictTransport(server, spec.tls());
        }
    }

    /** @param uri what to ask members for where nginx does not know it any more */
    private void pass(ConfigWriter.Block location, Pool pool, Word uri) {
        ConfigWriter.Block block = location.of(new ObjectRef(ObjectType.POOL, pool.id()));
        if (!UpstreamRenderer.serves(pool)) {
            block.add("return", UNAVAILABLE);
            return;
        }
        boolean encrypted = pool.spec().tls().tlsEnabled();
        if (encrypted) {
            TlsRenderer.pool(block, pool.spec().tls(), files);
        }
        Word scheme = Word.literal(encrypted ? "https://" : "http://");
        block.add("proxy_pass", Word.joined(scheme, UpstreamRenderer.name(pool), uri));
    }
}
