package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.MemberSpec;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.stream.Stream;

/** Renders a pool with its members and its monitor. */
public final class PoolRenderer {
    /** The highest ratio of a member; the API's weights go to 256. */
    private static final int MAX_RATIO = 100;

    private static final int FIRST_GROUP = 1;

    /** The remark on a pool that is switched off; its members alone would not tell. */
    private static final String OFF = "off";

    /** By whether members have different weights. SOURCE_IP is a persistence here, which chooses by hash. */
    private static final Map<Algorithm, String> EQUAL = Map.of(
            Algorithm.ROUND_ROBIN, "round-robin",
            Algorithm.LEAST_CONNECTIONS, "least-connections-member",
            Algorithm.SOURCE_IP, "round-robin");

    private static final Map<Algorithm, String> WEIGHTED = Map.of(
            Algorithm.ROUND_ROBIN, "ratio-member",
            Algorithm.LEAST_CONNECTIONS, "ratio-least-connections-member",
            Algorithm.SOURCE_IP, "ratio-member");

    private PoolRenderer() {}

    static void render(Application application, Pool pool) {
        Map<Algorithm, String> modes = weights(pool).distinct().count() > 1 ? WEIGHTED : EQUAL;
        JsonObjectBuilder object = Doc.of("Pool")
                .add("remark", pool.spec().adminStateUp() ? "on" : OFF)
                .add("loadBalancingMode", modes.get(pool.spec().lbAlgorithm()))
                .add("minimumMembersActive", FIRST_GROUP)
                .add("members", Doc.array(pool.members().stream().map(member -> member(application, pool, member))));
        if (MonitorRenderer.monitored(pool)) {
            object.add("monitors", Doc.array(Stream.of(Doc.use(MonitorRenderer.render(application, pool)))));
        }
        application.add(Names.pool(pool.id()), object);
    }

    /** Whether the remark on a pool says that it is switched off. */
    public static boolean switchedOff(String remark) {
        return remark.equals(OFF);
    }

    private static JsonObject member(Application application, Pool pool, Member member) {
        MemberSpec spec = member.spec();
        JsonObjectBuilder object = Doc.object()
                .add("remark", member.id().toString())
                .add("servicePort", spec.protocolPort())
                .add("serverAddresses", Doc.strings(Stream.of(Address.parse(spec.address()))))
                .add("shareNodes", true)
                .add("ratio", ratio(pool, spec))
                .add("priorityGroup", spec.backup() ? 0 : FIRST_GROUP)
                .add("adminState", adminState(pool, spec));
        if (MonitorRenderer.monitored(pool) && (spec.monitorAddress() != null || spec.monitorPort() != null)) {
            String monitor = MonitorRenderer.render(application, pool, member);
            object.add("monitors", Doc.array(Stream.of(Doc.use(monitor))));
        }
        return object.build();
    }

    /** Offline members get nothing; disabled ones finish what they have. */
    private static String adminState(Pool pool, MemberSpec member) {
        if (!pool.spec().adminStateUp() || !member.adminStateUp()) {
            return "offline";
        }
        return member.weight() == 0 ? "disable" : "enable";
    }

    private static int ratio(Pool pool, MemberSpec member) {
        int highest = weights(pool).max(Integer::compare).orElse(1);
        int weight = Math.max(1, member.weight());
        return highest <= MAX_RATIO ? weight : Math.max(1, Math.round((float) weight * MAX_RATIO / highest));
    }

    private static Stream<Integer> weights(Pool pool) {
        return pool.members().stream().map(member -> member.spec().weight()).filter(weight -> weight > 0);
    }
}
