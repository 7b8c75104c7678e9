package io.lbaas.plugin.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How many objects of each kind a project may have; -1 for any number. What is null is as the configuration says.
 */
public record QuotaLimits(
        @Min(UNLIMITED) @Max(MOST) Integer loadBalancer,
        @Min(UNLIMITED) @Max(MOST) Integer listener,
        @Min(UNLIMITED) @Max(MOST) Integer pool,
        @Min(UNLIMITED) @Max(MOST) Integer member,
        @Min(UNLIMITED) @Max(MOST) Integer healthMonitor,
        @Min(UNLIMITED) @Max(MOST) Integer l7policy,
        @Min(UNLIMITED) @Max(MOST) Integer l7rule) {

    /** Any number. */
    public static final int UNLIMITED = -1;

    private static final int MOST = 2_000_000_000;

    /** Nothing is said of any kind. */
    public static final QuotaLimits UNSET = new QuotaLimits(null, null, null, null, null, null, null);

    /** These limits, and others where these say nothing. */
    public QuotaLimits or(QuotaLimits others) {
        return new QuotaLimits(
                or(loadBalancer, others.loadBalancer),
                or(listener, others.listener),
                or(pool, others.pool),
                or(member, others.member),
                or(healthMonitor, others.healthMonitor),
                or(l7policy, others.l7policy),
                or(l7rule, others.l7rule));
    }

    private static Integer or(Integer own, Integer other) {
        return own == null ? other : own;
    }
}
