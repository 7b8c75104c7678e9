package io.lbaas.plugin.list;

/** The SQL that finds what belongs to the objects of a page. The parameter is an array of their ids. */
final class LinkStatements {

    static final String LISTENER = "listener";
    static final String POOL = "pool";
    static final String MEMBER = "member";
    static final String MONITOR = "monitor";
    static final String L7_POLICY = "l7policy";
    static final String L7_RULE = "l7rule";

    private static final String COLUMNS =
            " as kind, c.id, c.provisioning_status," + " c.spec->'position' as position, c.created_at ";

    static final String OF_LOAD_BALANCERS = ordered(
            "select c.load_balancer_id as owner, 'listener'" + COLUMNS
                    + "from listener c where c.load_balancer_id = any(?1::uuid[])",
            "select c.load_balancer_id, 'pool'" + COLUMNS + "from pool c where c.load_balancer_id = any(?1::uuid[])");

    static final String OF_POOLS = ordered(
            "select c.pool_id as owner, 'member'" + COLUMNS + "from member c where c.pool_id = any(?1::uuid[])",
            "select c.pool_id, 'monitor'" + COLUMNS + "from health_monitor c where c.pool_id = any(?1::uuid[])",
            "select p.id, 'listener'" + COLUMNS
                    + "from pool p join listener c on c.load_balancer_id = p.load_balancer_id"
                    + " and (c.spec->>'defaultPoolId' = p.id::text or exists (select 1 from l7_policy y"
                    + " where y.listener_id = c.id and y.spec->>'redirectPoolId' = p.id::text))"
                    + " where p.id = any(?1::uuid[])");

    /** The policies of listeners, and what their statuses depend on besides: rules, and pools with what is in those. */
    static final String OF_LISTENERS = "with used as (select l.id as listener, (l.spec->>'defaultPoolId')::uuid as pool"
            + " from listener l where l.id = any(?1::uuid[]) union select y.listener_id,"
            + " (y.spec->>'redirectPoolId')::uuid from l7_policy y where y.listener_id = any(?1::uuid[])) "
            + ordered(
                    "select u.listener as owner, 'pool'" + COLUMNS + "from used u join pool c on c.id = u.pool",
                    "select u.listener, 'member'" + COLUMNS + "from used u join member c on c.pool_id = u.pool",
                    "select u.listener, 'monitor'" + COLUMNS
                            + "from used u join health_monitor c on c.pool_id = u.pool",
                    "select c.listener_id, 'l7policy'" + COLUMNS
                            + "from l7_policy c where c.listener_id = any(?1::uuid[])",
                    "select y.listener_id, 'l7rule'" + COLUMNS
                            + "from l7_policy y join l7_rule c on c.l7_policy_id = y.id"
                            + " where y.listener_id = any(?1::uuid[])");

    static final String OF_L7_POLICIES = ordered("select c.l7_policy_id as owner, 'l7rule'" + COLUMNS
            + "from l7_rule c where c.l7_policy_id = any(?1::uuid[])");

    private LinkStatements() {}

    private static String ordered(String... parts) {
        return "select owner, kind, id, provisioning_status from (" + String.join(" union all ", parts)
                + ") links order by position, created_at, id";
    }
}
