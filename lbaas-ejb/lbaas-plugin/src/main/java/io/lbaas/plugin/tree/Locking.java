package io.lbaas.plugin.tree;

/** What a change that awaits its answer locks. */
public enum Locking {
    /** The changed object. */
    OBJECT,
    /** The whole load balancer, as the reference implementation of the API does. */
    LOAD_BALANCER;

    /** The value of a setting, for example {@code load-balancer}. */
    public static Locking of(String setting) {
        return switch (setting) {
            case "object" -> OBJECT;
            case "load-balancer" -> LOAD_BALANCER;
            default -> throw new IllegalArgumentException("lbaas.locking is object or load-balancer, not " + setting);
        };
    }
}
