package io.lbaas.driver.haproxy.config;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a listener. */
final class FrontendRenderer {
    private FrontendRenderer() {}

    /** Renders a listener that hands traffic to these pools. */
    static void render(ConfigWriter config, DesiredLoadBalancer tree, Listener listener, List<Pool> pools) {
        ListenerSpec spec = listener.spec();
        ConfigWriter.Section frontend =
                config.section(new ObjectRef(ObjectType.LISTENER, listener.id()), "frontend", Word.id(listener.id()));
        boolean metrics = spec.protocol() == ListenerProtocol.PROMETHEUS;
        frontend.add(spec.protocol().readsHttp() || metrics ? "mode http" : "mode tcp");
        List<Word> tls =
                spec.tls().identities().isEmpty() ? List.of() : TlsRenderer.listener(spec.tls(), config.files());
        tree.vipAddresses()
                .forEach(address -> frontend.add(
                        "bind",
                        Stream.of(List.of(Word.endpoint(address, spec.protocolPort())), config.binding(), tls)
                                .flatMap(List::stream)
                                .toArray(Word[]::new)));
        frontend.add("timeout client", Word.milliseconds(spec.timeoutClientData()));
        if (spec.connectionLimit() > 0) {
            frontend.add("maxconn", Word.number(spec.connectionLimit()));
        }
        allowed(config, frontend, spec.allowedCidrs());
        if (spec.timeoutTcpInspect() > 0) {
            frontend.add("tcp-request inspect-delay", Word.milliseconds(spec.timeoutTcpInspect()));
        }
        headers(frontend, spec);
        if (spec.tls().hstsMaxAge() != null) {
            frontend.add("http-response set-header Strict-Transport-Security", TlsRenderer.strictTransport(spec.tls()));
        }
        if (metrics) {
            metrics(frontend, tree);
        }
        L7Renderer.render(frontend, listener, pools);
        pools.stream()
                .map(Pool::id)
                .filter(id -> id.equals(spec.defaultPoolId()))
                .forEach(id -> frontend.add("default_backend", ConfigObjects.backend(listener, id)));
    }

    /** In a file, so that they can be changed while HAProxy runs. */
    private static void allowed(ConfigWriter config, ConfigWriter.Section frontend, List<String> cidrs) {
        if (cidrs != null && !cidrs.isEmpty()) {
            frontend.add("acl allowed src -f", config.files().networks(cidrs));
            frontend.add("tcp-request connection reject unless allowed");
        }
    }

    /** Answers with the figures of this load balancer alone, see {@code metrics.lua}. */
    private static void metrics(ConfigWriter.Section frontend, DesiredLoadBalancer tree) {
        String listeners = LoadBalancerRenderer.served(tree)
                .map(listener -> listener.id().toString())
                .collect(Collectors.joining(" "));
        frontend.add("acl metrics path", Word.literal("/metrics"))
                .add("http-request set-var(txn.listeners)", Word.fetch("str", listeners))
                .add("http-request use-service lua.lbaas_metrics if metrics")
                .add("http-request deny deny_status 404");
    }

    private static void headers(ConfigWriter.Section frontend, ListenerSpec spec) {
        for (InsertHeader header : InsertHeader.values()) {
            if (Boolean.parseBoolean(spec.insertHeaders().get(header.headerName()))) {
                header.render(frontend, spec.protocol());
            }
        }
    }
}
