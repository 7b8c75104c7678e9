package io.lbaas.driver.bigip.declaration;

import io.lbaas.driver.spi.Change;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What AS3 is told of one load balancer.
 *
 * @param tenant the complete state of the tenant; it may hold keys
 */
public record Declared(UUID loadBalancerId, Mark mark, JsonObject tenant) {
    /** The version of the schema that declarations are written for; a device needs this AS3 or a later one. */
    public static final String SCHEMA_VERSION = "3.56.0";

    /** What a change asks for. */
    public static Declared of(Change change, String snat) {
        if (change instanceof Change.Apply apply) {
            Application application = new Application(apply.desired(), apply.materials(), snat);
            apply.desired().pools().forEach(pool -> PoolRenderer.render(application, pool));
            apply.desired().listeners().forEach(listener -> ListenerRenderer.render(application, listener));
            return of(change, application.build(), true);
        }
        return of(change, Doc.of("Application").add("template", "generic").build(), false);
    }

    private static Declared of(Change change, JsonObject application, boolean present) {
        Mark mark = new Mark(change.generation(), present ? Digest.of(application) : "");
        return new Declared(change.loadBalancerId(), mark, mark.tenant(application));
    }

    /**
     * One declaration for several load balancers. Tenants that it does not name stay as they are.
     *
     * @param lockKeys by tenant; a tenant is changed only where it still has its key
     */
    public static JsonObject declaration(List<Declared> all, Map<String, String> lockKeys) {
        JsonObjectBuilder declaration = adc();
        for (Declared each : all) {
            JsonObjectBuilder tenant = Doc.object(each.tenant);
            Optional.ofNullable(lockKeys.get(each.name())).ifPresent(key -> tenant.add("optimisticLockKey", key));
            declaration.add(each.name(), tenant);
        }
        return declaration.build();
    }

    /** Takes tenants away, where they still have their keys: an empty tenant is none. */
    public static JsonObject nothing(Map<String, String> lockKeys) {
        JsonObjectBuilder declaration = adc();
        lockKeys.forEach((name, key) -> declaration.add(name, Doc.of("Tenant").add("optimisticLockKey", key)));
        return declaration.build();
    }

    private static JsonObjectBuilder adc() {
        return Doc.of("ADC").add("schemaVersion", SCHEMA_VERSION).add("updateMode", "selective");
    }

    /** The name of its tenant. */
    public String name() {
        return Names.tenant(loadBalancerId);
    }

    /** Whether a tenant that AS3 keeps is still what its mark says. */
    public static boolean genuine(JsonObject tenant, Mark mark) {
        JsonObject application = tenant.getJsonObject(Names.APPLICATION);
        return application != null && (mark.tombstone() || mark.digest().equals(Digest.of(application)));
    }

    /** Without the tenant, which may hold keys. */
    @Override
    public String toString() {
        return "Declared[" + loadBalancerId + " " + mark + "]";
    }
}
