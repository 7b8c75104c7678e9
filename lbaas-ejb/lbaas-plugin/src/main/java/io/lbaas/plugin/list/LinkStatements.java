package io.lbaas.plugin.list;

/** The SQL that finds what belongs to the objects of a page. The parameter is an array of their ids. */
final class LinkStatements {

    static final String LISTENER = "listener";
    static final String POOL = "pool";
    static final String MEMBER = "member";
    static final String MONITOR = "monitor";

    private static final String COLUMNS = " as kind, c.id, c.provisioning_status, c.created_at ";

    static final String OF_LOAD_BALANCERS = ordered(
            "select c.load_balancer_id as owner, 'listener'" + COLUMNS
                    + "from listener c where c.load_balancer_id = any(?1::uuid[])",
            "select c.load_balancer_id, 'pool'" + COLUMNS + "from pool c where c.load_balancer_id = any(?1::uuid[])");

    static final String OF_POOLS = ordered(
            "select c.pool_id as owner, 'member'" + COLUMNS + "from member c where c.pool_id = any(?1::uuid[])",
            "select c.pool_id, 'monitor'" + COLUMNS + "from health_monitor c where c.pool_id = any(?1::uuid[])",
            "select (c.spec->>'defaultPoolId')::uuid, 'listener'" + COLUMNS
                    + "from pool p join listener c on c.load_balancer_id = p.load_balancer_id"
                    + " and c.spec->>'defaultPoolId' = p.id::text where p.id = any(?1::uuid[])");

    /** The default pools of listeners with what is beneath those, for their statuses. */
    static final String OF_LISTENERS = ordered(
            "select l.id as owner, 'pool'" + COLUMNS + usedPool("c"),
            "select l.id, 'member'" + COLUMNS + usedPool("p") + " join member c on c.pool_id = p.id",
            "select l.id, 'monitor'" + COLUMNS + usedPool("p") + " join health_monitor c on c.pool_id = p.id");

    private LinkStatements() {}

    private static String usedPool(String alias) {
        return "from listener l join pool " + alias + " on l.id = any(?1::uuid[]) and " + alias
                + ".id = (l.spec->>'defaultPoolId')::uuid";
    }

    private static String ordered(String... parts) {
        return "select owner, kind, id, provisioning_status from (" + String.join(" union all ", parts)
                + ") links order by created_at, id";
    }
}
