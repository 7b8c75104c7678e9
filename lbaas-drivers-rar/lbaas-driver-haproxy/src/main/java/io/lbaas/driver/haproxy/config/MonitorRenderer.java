package io.lbaas.driver.haproxy.config;

import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** Renders what a check sends and expects; how often it is made stands with each server. */
final class MonitorRenderer {
    private MonitorRenderer() {}

    static void render(ConfigWriter.Section backend, HealthMonitor monitor) {
        HealthMonitorSpec spec = monitor.spec();
        ObjectRef owner = new ObjectRef(ObjectType.HEALTH_MONITOR, monitor.id());
        backend.add(owner, "timeout check", List.of(Word.seconds(spec.timeout())));
        switch (spec.type()) {
            case HTTP, HTTPS -> http(backend, owner, spec);
            case TLS_HELLO -> backend.add(owner, "option ssl-hello-chk", List.of());
            case TCP -> backend.add(owner, "option tcp-check", List.of());
            case PING ->
                backend.add(owner, "option external-check", List.of())
                        .add(owner, "external-check command", List.of(Word.variable(GlobalConfig.PING)));
            case UDP_CONNECT, SCTP -> throw new IllegalArgumentException("HAProxy has no " + spec.type());
        }
    }

    private static void http(ConfigWriter.Section backend, ObjectRef owner, HealthMonitorSpec spec) {
        List<Word> request = new ArrayList<>();
        request.add(Word.literal("meth"));
        request.add(Word.literal(
                spec.httpMethod() == null ? "GET" : spec.httpMethod().name()));
        request.add(Word.literal("uri"));
        request.add(Word.quoted(spec.urlPath() == null ? "/" : spec.urlPath()));
        if (spec.httpVersion() != null) {
            request.add(Word.literal("ver"));
            request.add(Word.literal("HTTP/" + spec.httpVersion().toPlainString()));
        }
        if (spec.domainName() != null) {
            request.add(Word.literal("hdr"));
            request.add(Word.literal("Host"));
            request.add(Word.literal(spec.domainName()));
        }
        String codes = spec.expectedCodes() == null ? "200" : spec.expectedCodes();
        backend.add(owner, "option httpchk", List.of());
        backend.add(owner, "http-check send", request);
        backend.add(owner, "http-check expect status", List.of(Word.literal(codes.replaceAll("\\s", ""))));
    }
}
