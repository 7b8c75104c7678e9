package io.lbaas.driver.nginx.config;

import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.Transport;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Renders a listener whose traffic is passed on as it is.
 *
 * @param pools those in service
 */
record StreamRenderer(List<String> addresses, Listener listener, List<Pool> pools, TlsFiles files) {
    /** A session is one connection. */
    private static final String COUNTED = "1 $bytes_received $bytes_sent $status -";

    void render(ConfigWriter.Block top) {
        ServerRenderer.shared(top, listener, COUNTED);
        top.block("server", List.of(), this::server);
    }

    private void server(ConfigWriter.Block server) {
        ListenerSpec spec = listener.spec();
        boolean datagrams = spec.protocol().transport() == Transport.UDP;
        if (datagrams) {
            // A socket for each worker, so that one of them gets all datagrams of a client.
            ServerRenderer.listen(server, addresses, spec, Word.literal("udp"), Word.literal("reuseport"));
        } else {
            ServerRenderer.listen(server, addresses, spec);
        }
        ServerRenderer.counted(server, listener);
        if (ServerRenderer.restricted(spec)) {
            spec.allowedCidrs().forEach(cidr -> server.add("allow", Word.cidr(cidr)));
            server.add("deny", Word.literal("all"));
        }
        server.add("proxy_connect_timeout", Word.milliseconds(spec.timeoutMemberConnect()));
        // There is one timeout for both sides; whichever is shorter ends a connection on which nothing moves.
        server.add("proxy_timeout", Word.milliseconds(shorter(spec.timeoutClientData(), spec.timeoutMemberData())));
        if (!datagrams) {
            server.add("proxy_half_close", Word.literal("on"));
        }
        Optional<Pool> pool = pools.stream()
                .filter(each -> each.id().equals(spec.defaultPoolId()))
                .filter(UpstreamRenderer::serves)
                .findFirst();
        pool.ifPresentOrElse(each -> pass(server, each), () -> server.add("return", Word.text("")));
    }

    private void pass(ConfigWriter.Block server, Pool pool) {
        if (pool.spec().protocol() == PoolProtocol.PROXY) {
            server.add("proxy_protocol", Word.literal("on"));
        }
        if (pool.spec().tls().tlsEnabled()) {
            TlsRenderer.pool(server, pool.spec().tls(), files);
        }
        server.add("proxy_pass", UpstreamRenderer.name(pool));
    }

    /** The smaller one of those that are not 0, which means none. */
    private static int shorter(int one, int other) {
        return IntStream.of(one, other).filter(timeout -> timeout > 0).min().orElse(0);
    }
}
