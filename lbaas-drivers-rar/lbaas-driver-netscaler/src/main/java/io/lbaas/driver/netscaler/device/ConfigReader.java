package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Config;
import io.lbaas.driver.netscaler.config.Names;
import io.lbaas.driver.netscaler.config.NitroObject;
import io.lbaas.driver.netscaler.config.NitroType;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Reads all that an appliance has of one load balancer. */
final class ConfigReader {
    private static final String TLS = "SSL";
    private static final Set<NitroType> WITH_BINDINGS =
            EnumSet.of(NitroType.SERVICE_GROUP, NitroType.LB_SERVER, NitroType.CS_SERVER);

    private final NitroClient nitro;
    private final Instant deadline;

    ConfigReader(NitroClient nitro, Instant deadline) {
        this.nitro = nitro;
        this.deadline = deadline;
    }

    Config read(UUID loadBalancer) throws NitroException {
        Config config = new Config();
        for (NitroType type : NitroType.values()) {
            if (type.entity()) {
                String ours = Target.matching(type.resource(), type.nameAttribute(), Names.pattern(loadBalancer));
                for (JsonObject shown : nitro.list(type.resource(), ours, deadline)) {
                    NitroObject entity = NitroObject.read(type, shown);
                    config.add(entity);
                    belongings(config, entity);
                }
            }
        }
        return config;
    }

    private void belongings(Config config, NitroObject entity) throws NitroException {
        if (WITH_BINDINGS.contains(entity.type())) {
            bindings(config, entity.type().resource(), entity.name());
        }
        if (entity.value("servicetype").equals(TLS)) {
            NitroType settings =
                    entity.type() == NitroType.SERVICE_GROUP ? NitroType.SSL_SERVICE_GROUP : NitroType.SSL_SERVER;
            String resource = settings.resource();
            for (JsonObject shown : nitro.list(resource, Target.config(resource, entity.name()), deadline)) {
                config.add(NitroObject.read(settings, shown));
            }
            bindings(config, resource, entity.name());
        }
    }

    /** All kinds of binding of one entity come in one answer. */
    private void bindings(Config config, String owner, String name) throws NitroException {
        String resource = owner + "_binding";
        for (JsonObject shown : nitro.list(resource, Target.config(resource, name), deadline)) {
            shown.forEach((kind, value) -> NitroType.binding(kind).ifPresent(type -> {
                if (value instanceof JsonArray bound) {
                    bound.getValuesAs(JsonObject.class).forEach(each -> config.add(NitroObject.read(type, each)));
                }
            }));
        }
    }
}
