package io.lbaas.plugin.api.quantum;

/** The kinds of object of the v1 API. */
public enum QuantumType {
    VIP("Vip", "Vip"),
    POOL("Pool", "Pool"),
    MEMBER("Member", "Member"),
    HEALTH_MONITOR("HealthMonitor", "Health_monitor");

    private final String exceptionPrefix;
    private final String title;

    QuantumType(String exceptionPrefix, String title) {
        this.exceptionPrefix = exceptionPrefix;
        this.title = title;
    }

    /** What the names of its faults begin with. */
    String exceptionPrefix() {
        return exceptionPrefix;
    }

    /** What messages call it. */
    String title() {
        return title;
    }
}
