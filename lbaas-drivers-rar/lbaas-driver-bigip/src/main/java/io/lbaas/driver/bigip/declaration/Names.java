package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names on the device. AS3 refers to no name with a hyphen, so that ids have underscores. */
public final class Names {
    /** The only application of a tenant. */
    public static final String APPLICATION = "lb";

    /** The data group that says what a tenant is. */
    public static final String STATE = "state";

    /** What all our tenants begin with. */
    public static final String PREFIX = "lbaas_";

    private static final String ID = "[0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12}";
    private static final Pattern TENANT = Pattern.compile(PREFIX + "(" + ID + ")");
    private static final Pattern OBJECT = Pattern.compile("(listener|pool|monitor|policy|rule)_(" + ID + ")");
    private static final Map<String, ObjectType> TYPES = Map.of(
            "listener", ObjectType.LISTENER,
            "pool", ObjectType.POOL,
            "monitor", ObjectType.HEALTH_MONITOR,
            "policy", ObjectType.L7_POLICY,
            "rule", ObjectType.L7_RULE);

    private Names() {}

    /** The tenant of a load balancer. */
    public static String tenant(UUID loadBalancerId) {
        return PREFIX + written(loadBalancerId);
    }

    /** The load balancer of a tenant, or nothing where the tenant is not ours. */
    public static Optional<UUID> loadBalancer(String tenant) {
        Matcher matcher = TENANT.matcher(tenant);
        return matcher.matches() ? Optional.of(read(matcher.group(1))) : Optional.empty();
    }

    public static String listener(UUID id) {
        return "listener_" + written(id);
    }

    public static String pool(UUID id) {
        return "pool_" + written(id);
    }

    static String monitor(UUID id) {
        return "monitor_" + written(id);
    }

    static String policy(UUID id) {
        return "policy_" + written(id);
    }

    /** The first object of ours that some text of the device names. */
    public static Optional<ObjectRef> object(String text) {
        Matcher matcher = OBJECT.matcher(text);
        return matcher.find()
                ? Optional.of(new ObjectRef(TYPES.get(matcher.group(1)), read(matcher.group(2))))
                : Optional.empty();
    }

    /** Where an object of a load balancer is, as the device's own interfaces name it. */
    public static String path(UUID loadBalancerId, String name) {
        return "/" + tenant(loadBalancerId) + "/" + APPLICATION + "/" + name;
    }

    private static String written(UUID id) {
        return id.toString().replace('-', '_');
    }

    private static UUID read(String id) {
        return UUID.fromString(id.replace('_', '-'));
    }
}
