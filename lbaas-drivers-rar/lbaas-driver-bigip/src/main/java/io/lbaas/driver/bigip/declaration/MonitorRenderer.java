package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Renders what a check sends and expects, for a pool or for a member that is checked elsewhere. */
final class MonitorRenderer {
    /** An HTTPS monitor that sends nothing is content with the handshake. */
    private static final Map<MonitorType, String> TYPES = Map.of(
            MonitorType.HTTP, "http",
            MonitorType.HTTPS, "https",
            MonitorType.TLS_HELLO, "https",
            MonitorType.TCP, "tcp",
            MonitorType.UDP_CONNECT, "udp",
            MonitorType.PING, "icmp");

    /** Monitors know these two as an escape of their own. */
    private static final String LINE = "\\r\\n";

    private MonitorRenderer() {}

    static boolean monitored(Pool pool) {
        return pool.healthMonitor() != null && pool.healthMonitor().spec().adminStateUp();
    }

    /** Adds the monitor of a pool; gives its name. */
    static String render(Application application, Pool pool) {
        return application.add(
                Names.monitor(pool.healthMonitor().id()),
                monitor(pool.healthMonitor().spec()));
    }

    /** Adds a monitor of one member, which is checked at another address or port. */
    static String render(Application application, Pool pool, Member member) {
        MemberSpec spec = member.spec();
        JsonObjectBuilder object = monitor(pool.healthMonitor().spec());
        if (spec.monitorAddress() != null) {
            object.add("targetAddress", Address.parse(spec.monitorAddress()));
        }
        if (spec.monitorPort() != null && pool.healthMonitor().spec().type() != MonitorType.PING) {
            object.add("targetPort", spec.monitorPort());
        }
        return application.add(Names.monitor(member.id()), object);
    }

    /** A member is down when no check has succeeded for as long as that many take, and up after so many successes. */
    private static JsonObjectBuilder monitor(HealthMonitorSpec spec) {
        JsonObjectBuilder object = Doc.of("Monitor")
                .add("monitorType", TYPES.get(spec.type()))
                .add("interval", spec.delay())
                .add("timeout", timeout(spec))
                .add("timeUntilUp", timeUntilUp(spec));
        if (spec.type().speaksHttp()) {
            object.add("send", request(spec)).add("receive", answer(spec));
        } else if (spec.type() == MonitorType.TLS_HELLO) {
            object.add("send", "").add("receive", "");
        }
        return object;
    }

    static int timeout(HealthMonitorSpec spec) {
        return spec.delay() * spec.maxRetriesDown() + 1;
    }

    static int timeUntilUp(HealthMonitorSpec spec) {
        return spec.delay() * (spec.maxRetries() - 1);
    }

    private static String request(HealthMonitorSpec spec) {
        String version = spec.httpVersion() == null ? "1.0" : spec.httpVersion().toPlainString();
        return (spec.httpMethod() == null ? "GET" : spec.httpMethod().name())
                + " " + (spec.urlPath() == null ? "/" : spec.urlPath())
                + " HTTP/" + version + LINE
                + (spec.domainName() == null ? "" : "Host: " + spec.domainName() + LINE)
                + "Connection: close" + LINE + LINE;
    }

    /** A regular expression without backslashes, which would have to be escaped once more on their way. */
    private static String answer(HealthMonitorSpec spec) {
        String codes = spec.expectedCodes() == null ? "200" : spec.expectedCodes();
        return "HTTP/1[.][01] (" + StatusCodes.pattern(codes) + ")";
    }
}
