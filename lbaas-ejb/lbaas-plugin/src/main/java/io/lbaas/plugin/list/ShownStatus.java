package io.lbaas.plugin.list;

import io.lbaas.model.ObjectType;
import java.util.EnumMap;
import java.util.Map;

/**
 * The provisioning status that is shown, for lists that are filtered or sorted by it: the SQL of what
 * {@link io.lbaas.plugin.tree.Views} says of trees.
 */
final class ShownStatus {

    private static final String PENDING = ".provisioning_status like 'PENDING%'";

    private static final String STORED = "x.provisioning_status";

    /** Whether a listener {@code x} hands traffic to a pool {@code p}. */
    private static final String USED = "(p.id = (x.spec->>'defaultPoolId')::uuid or exists (select from l7_policy y"
            + " where y.listener_id = x.id and y.spec->>'redirectPoolId' = p.id::text))";

    /** Whether something that an object depends on is pending. */
    private static final Map<ObjectType, String> BUSY = new EnumMap<>(Map.of(
            ObjectType.LOAD_BALANCER,
            "x.generation > x.settled_generation",
            ObjectType.LISTENER,
            "exists (select from pool p where p.load_balancer_id = x.load_balancer_id and " + USED
                    + " and (p" + PENDING + " or " + inPool("p") + "))"
                    + " or exists (select from l7_policy c where c.listener_id = x.id and c" + PENDING + ")"
                    + " or exists (select from l7_policy y join l7_rule c on c.l7_policy_id = y.id"
                    + " where y.listener_id = x.id and c" + PENDING + ")",
            ObjectType.L7_POLICY,
            "exists (select from l7_rule c where c.l7_policy_id = x.id and c" + PENDING + ")",
            ObjectType.POOL,
            inPool("x")));

    private ShownStatus() {}

    static Attribute of(ObjectType type) {
        return BUSY.containsKey(type)
                ? Attribute.expression("(case when " + STORED + " not like 'PENDING%' and (" + BUSY.get(type)
                        + ") then 'PENDING_UPDATE' else " + STORED + " end)")
                : Attribute.expression(STORED);
    }

    private static String inPool(String pool) {
        return "exists (select from member c where c.pool_id = " + pool + ".id and c" + PENDING + ")"
                + " or exists (select from health_monitor c where c.pool_id = " + pool + ".id and c" + PENDING + ")";
    }
}
