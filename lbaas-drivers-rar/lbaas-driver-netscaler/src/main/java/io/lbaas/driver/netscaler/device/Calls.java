package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Attribute.Role;
import io.lbaas.driver.netscaler.config.NitroObject;
import io.lbaas.driver.netscaler.config.NitroType;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells NetScaler to do steps; what is done already is done. */
final class Calls {
    private static final Set<Role> IN_UPDATES = Set.of(Role.KEY, Role.QUALIFIER, Role.SETTING);
    private final NitroClient nitro;
    private final Instant deadline;

    Calls(NitroClient nitro, Instant deadline) {
        this.nitro = nitro;
        this.deadline = deadline;
    }

    /** Does steps that can be told together. */
    void together(List<Step> steps) throws NitroException {
        if (steps.size() > 1) {
            try {
                JsonArrayBuilder all = Json.createArrayBuilder();
                steps.forEach(step -> all.add(whole(step.object())));
                create(steps.get(0), all.build());
                return;
            } catch (NitroException e) {
                if (!e.present() && !e.doneOnPrimary()) {
                    throw e;
                }
                // None was made because some are there, or not on the other node; one by one each can be.
            }
        }
        for (Step step : steps) {
            one(step);
        }
    }

    private void create(Step step, JsonValue content) throws NitroException {
        String resource = step.object().type().resource();
        String method = step.verb() == Step.Verb.ADD ? "POST" : "PUT";
        nitro.send(method, Target.config(resource), resource, content, deadline);
    }

    private void one(Step step) throws NitroException {
        NitroObject object = step.object();
        switch (step.verb()) {
            case ADD -> add(step);
            case BIND -> bind(step);
            case UPDATE -> update(object);
            case UNSET -> unset(step);
            case SWITCH -> turn(object);
            case UNBIND -> remove(object, arguments(object));
            case DELETE -> remove(object, object.only(Role.QUALIFIER));
        }
    }

    /** All that can be said of a new object; how a member's connections end is said afterwards. */
    private static JsonObject whole(NitroObject object) {
        return object.json(each -> each.role() != Role.SWITCH || each.name().equals("state"));
    }

    private void add(Step step) throws NitroException {
        try {
            create(step, whole(step.object()));
        } catch (NitroException e) {
            if (!e.present()) {
                throw e;
            }
            adopt(step.object(), e);
        }
    }

    /** Somebody was quicker: what is there is made as it shall be, if it can be. */
    private void adopt(NitroObject object, NitroException refusal) throws NitroException {
        NitroType type = object.type();
        List<JsonObject> shown = nitro.list(type.resource(), Target.config(type.resource(), object.name()), deadline);
        NitroObject found = shown.isEmpty() ? null : NitroObject.read(type, shown.get(0));
        if (found == null || !found.same(object, Role.FIXED) || !found.same(object, Role.QUALIFIER)) {
            throw refusal;
        }
        if (!found.same(object, Role.SETTING)) {
            update(object);
        }
        if (!found.same(object, Role.SWITCH)) {
            turn(object);
        }
    }

    private void bind(Step step) throws NitroException {
        try {
            create(step, whole(step.object()));
        } catch (NitroException e) {
            if (!e.present()) {
                throw e;
            }
        }
    }

    private void update(NitroObject object) throws NitroException {
        // Members are changed through their group, which calls them by the name of their server: the address.
        boolean member = object.type() == NitroType.MEMBER;
        JsonObject content = object.json(
                each -> IN_UPDATES.contains(each.role()) && !each.name().equals("ip"));
        if (member) {
            content = Json.createObjectBuilder(content)
                    .add("servername", object.value("ip"))
                    .build();
        }
        String resource = object.type().owner();
        nitro.send("PUT", Target.config(resource, object.name()), resource, content, deadline);
    }

    private void unset(Step step) throws NitroException {
        String resource = step.object().type().resource();
        nitro.send(
                "POST",
                Target.action(resource, "unset"),
                resource,
                step.object().unset(step.before()),
                deadline);
    }

    private void turn(NitroObject object) throws NitroException {
        String resource = object.type().owner();
        boolean on = object.value("state").equals("ENABLED");
        JsonObjectBuilder json = Json.createObjectBuilder().add(object.type().nameAttribute(), object.name());
        if (object.type() == NitroType.MEMBER) {
            json.add("servername", object.value("ip")).add("port", Integer.parseInt(object.value("port")));
            if (!on) {
                json.add("graceful", Step.drained(object) ? "YES" : "NO");
            }
        }
        nitro.send("POST", Target.action(resource, on ? "enable" : "disable"), resource, json.build(), deadline);
    }

    private static Map<String, String> arguments(NitroObject binding) {
        Map<String, String> arguments = new LinkedHashMap<>(binding.only(Role.KEY, Role.QUALIFIER));
        arguments.remove(binding.type().nameAttribute());
        return arguments;
    }

    private void remove(NitroObject object, Map<String, String> arguments) throws NitroException {
        try {
            nitro.delete(Target.config(object.type().resource(), object.name(), arguments), deadline);
        } catch (NitroException e) {
            if (!e.absent()) {
                throw e;
            }
        }
    }
}
