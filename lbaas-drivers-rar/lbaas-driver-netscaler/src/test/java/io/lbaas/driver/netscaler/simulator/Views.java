package io.lbaas.driver.netscaler.simulator;

import io.lbaas.driver.netscaler.simulator.Schema.Resource;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the appliance shows when it is asked. */
final class Views {
    private static final String AGGREGATE = "_binding";
    private final Configuration configuration;
    private final Traffic traffic;

    Views(Configuration configuration, Traffic traffic) {
        this.configuration = configuration;
        this.traffic = traffic;
    }

    /** The answer to a GET below {@code config}. */
    JsonObject config(Command command) {
        String name = command.resource();
        return switch (name) {
            case "nsversion" -> one(name, Json.createObjectBuilder().add("version", "NetScaler NS13.1: Build 0.0.sim"));
            case "nsfeature" ->
                one(name, Json.createObjectBuilder().add("feature", Json.createArrayBuilder(configuration.features)));
            case "sslparameter" ->
                one(
                        name,
                        Json.createObjectBuilder()
                                .add("defaultprofile", configuration.defaultProfile ? "ENABLED" : "DISABLED"));
            default -> table(command);
        };
    }

    private static JsonObject one(String name, JsonObjectBuilder content) {
        return Json.createObjectBuilder(Refusal.done()).add(name, content).build();
    }

    private JsonObject table(Command command) {
        String name = command.resource();
        if (!configuration.schema.knows(name) && name.endsWith(AGGREGATE)) {
            return aggregate(command, name.substring(0, name.length() - AGGREGATE.length()));
        }
        Resource resource = configuration.schema.resource(name);
        List<JsonObject> rows = select(resource, command);
        if (command.name() != null && rows.isEmpty() && resource.shape() != Schema.Shape.BINDING) {
            throw Refusal.missing(resource.key().name(), command.name());
        }
        if (command.query().containsKey("count")) {
            return answer(
                    name,
                    List.of(Json.createObjectBuilder()
                            .add("__count", rows.size())
                            .build()));
        }
        return answer(name, rows.stream().map(row -> shown(resource, row)).toList());
    }

    private List<JsonObject> select(Resource resource, Command command) {
        boolean all = command.name() == null;
        if (all
                && resource.shape() == Schema.Shape.BINDING
                && !"yes".equals(command.query().get("bulkbindings"))) {
            throw Refusal.required(resource.key().name());
        }
        Collection<JsonObject> rows = all
                ? configuration.running.all(resource.name())
                : configuration.running.where(resource.name(), resource.key().name(), command.name());
        return rows.stream()
                .filter(row -> command.filters().entrySet().stream()
                        .allMatch(filter -> matches(row, filter.getKey(), filter.getValue())))
                .toList();
    }

    /** A value between slashes is a regular expression. */
    private static boolean matches(JsonObject row, String attribute, String wanted) {
        String text = Tables.text(row, attribute);
        boolean pattern = wanted.length() > 1 && wanted.startsWith("/") && wanted.endsWith("/");
        return pattern
                ? Pattern.compile(wanted.substring(1, wanted.length() - 1))
                        .matcher(text)
                        .find()
                : wanted.equals(text);
    }

    private JsonObject shown(Resource resource, JsonObject row) {
        JsonObjectBuilder shown = Json.createObjectBuilder();
        JsonObject known = resource.name().equals("lbmonitor") ? Monitors.shown(row) : row;
        known.forEach((name, value) -> {
            boolean stated = name.equals("state") && resource.name().endsWith("vserver");
            if (!stated && !name.equals("filecontent")) {
                shown.add(name, known(resource, name) ? resource.field(name).shown(value) : value);
            }
        });
        switch (resource.name()) {
            case "lbvserver", "csvserver" -> shown.add("curstate", traffic.serverState(resource.name(), row));
            case "servicegroup_servicegroupmember_binding" ->
                shown.add("svrstate", traffic.memberState(row))
                        .add("servername", row.getString("ip"))
                        .add("customserverid", "\"" + row.getString("customserverid", "None") + "\"");
            default -> {
                // Is shown as it is.
            }
        }
        return shown.build();
    }

    private static boolean known(Resource resource, String name) {
        return resource.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    /** All bindings of one entity. */
    private JsonObject aggregate(Command command, String owner) {
        Resource entity = configuration.schema.resource(owner);
        String name = command.name();
        if (name == null) {
            throw Refusal.required(entity.key().name());
        }
        if (configuration.running.where(owner, entity.key().name(), name).isEmpty()) {
            throw Refusal.missing(entity.key().name(), name);
        }
        JsonObjectBuilder all = Json.createObjectBuilder().add(entity.key().name(), name);
        List<Resource> kinds = owner.equals("sslcertkey")
                ? List.of(
                        configuration.schema.resource("sslvserver_sslcertkey_binding"),
                        configuration.schema.resource("sslservicegroup_sslcertkey_binding"))
                : configuration.schema.bindingsOf(owner);
        for (Resource kind : kinds) {
            String key = owner.equals("sslcertkey") ? "certkeyname" : kind.key().name();
            List<JsonObject> bound = configuration.running.where(kind.name(), key, name);
            if (!bound.isEmpty()) {
                JsonArrayBuilder array = Json.createArrayBuilder();
                bound.forEach(row -> array.add(shown(kind, row)));
                all.add(kind.name(), array);
            }
        }
        return answer(command.resource(), List.of(all.build()));
    }

    private static JsonObject answer(String name, List<JsonObject> rows) {
        JsonObjectBuilder answer = Json.createObjectBuilder(Refusal.done());
        if (!rows.isEmpty()) {
            answer.add(name, Json.createArrayBuilder(rows));
        }
        return answer.build();
    }

    /** The answer to a GET below {@code stat}. */
    JsonObject stat(Command command) {
        String name = command.resource();
        if (name.equals("ns")) {
            return Json.createObjectBuilder(Refusal.done())
                    .add(name, traffic.global())
                    .build();
        }
        Map<String, String> none = Map.of();
        Command rows = new Command("GET", name, command.name(), none, none, none, List.of(), false, "exit", "");
        Resource resource = configuration.schema.resource(name);
        List<JsonObject> selected = select(resource, rows);
        if (command.name() != null && selected.isEmpty()) {
            throw Refusal.missing(resource.key().name(), command.name());
        }
        return answer(
                name, selected.stream().map(row -> traffic.stat(name, row)).toList());
    }
}
