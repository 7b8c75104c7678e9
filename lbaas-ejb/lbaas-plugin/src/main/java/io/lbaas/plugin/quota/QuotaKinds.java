package io.lbaas.plugin.quota;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.QuotaLimits;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Which limit is for which kind of object. */
final class QuotaKinds {

    private static final Map<ObjectType, Function<QuotaLimits, Integer>> LIMITS = new EnumMap<>(Map.of(
            ObjectType.LOAD_BALANCER, QuotaLimits::loadBalancer,
            ObjectType.LISTENER, QuotaLimits::listener,
            ObjectType.POOL, QuotaLimits::pool,
            ObjectType.MEMBER, QuotaLimits::member,
            ObjectType.HEALTH_MONITOR, QuotaLimits::healthMonitor,
            ObjectType.L7_POLICY, QuotaLimits::l7policy,
            ObjectType.L7_RULE, QuotaLimits::l7rule));

    private QuotaKinds() {}

    /** The limit of a kind. */
    static int limit(QuotaLimits limits, ObjectType type) {
        return LIMITS.get(type).apply(limits);
    }

    /** A number for each kind. */
    static QuotaLimits each(ToIntFunction<ObjectType> number) {
        return new QuotaLimits(
                number.applyAsInt(ObjectType.LOAD_BALANCER),
                number.applyAsInt(ObjectType.LISTENER),
                number.applyAsInt(ObjectType.POOL),
                number.applyAsInt(ObjectType.MEMBER),
                number.applyAsInt(ObjectType.HEALTH_MONITOR),
                number.applyAsInt(ObjectType.L7_POLICY),
                number.applyAsInt(ObjectType.L7_RULE));
    }
}
