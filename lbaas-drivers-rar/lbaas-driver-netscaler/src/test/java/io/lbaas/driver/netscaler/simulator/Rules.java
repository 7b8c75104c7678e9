package io.lbaas.driver.netscaler.simulator;

import io.lbaas.driver.netscaler.simulator.Schema.Resource;
import io.lbaas.driver.netscaler.simulator.Schema.Shape;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/** What holds between objects, and what comes and goes with others. */
final class Rules {
    private static final List<String> SERVERS = List.of("lbvserver", "csvserver");
    private static final Set<String> HTTP = Set.of("HTTP", "SSL");
    private static final int SPECIFIC = 599;
    private static final int MAX_CODES = 16;
    private static final String CRLF = "\r\n";
    /** What goes with what it refers to, where others keep it from going. */
    private static final Set<String> LOOSE = Set.of("lbvserver_servicegroup_binding", "lbvserver_service_binding");

    private final Schema schema;
    private final Tables running;

    Rules(Schema schema, Tables running) {
        this.schema = schema;
        this.running = running;
    }

    void references(Resource resource, JsonObject row) {
        for (Field field : resource.fields()) {
            String value = row.containsKey(field.name()) ? Tables.text(row, field.name()) : null;
            if (value != null && !field.targets().isEmpty() && !field.builtIn().contains(value)) {
                boolean there = field.targets().stream().anyMatch(target -> !running.where(
                                target, schema.resource(target).key().name(), value)
                        .isEmpty());
                if (!there) {
                    throw Refusal.missing(field.name(), value);
                }
            }
        }
    }

    void check(Resource resource, JsonObject row) {
        switch (resource.name()) {
            case "lbvserver", "csvserver" -> server(resource, row);
            case "lbmonitor" -> monitor(row);
            case "lbvserver_servicegroup_binding" -> sameSpeech(row);
            case "csvserver_cspolicy_binding",
                    "lbvserver_responderpolicy_binding",
                    "csvserver_responderpolicy_binding",
                    "lbvserver_rewritepolicy_binding",
                    "csvserver_rewritepolicy_binding" -> priority(resource, row);
            case "csvserver_lbvserver_binding" -> onlyDefault(row);
            case "sslcertkey" -> Pem.check(row, running);
            default -> {
                // Its attributes are all that there is to check.
            }
        }
    }

    private void server(Resource resource, JsonObject row) {
        String type = row.getString("servicetype");
        if (row.getString("persistencetype", "").equals("COOKIEINSERT") && !HTTP.contains(type)) {
            throw Refusal.badValue("persistencetype", "COOKIEINSERT");
        }
        int minutes = row.getInt("timeout", 2);
        String persistence = row.getString("persistencetype", "NONE");
        boolean unlimited = minutes == 0 && persistence.equals("COOKIEINSERT");
        if (minutes < 2 && !unlimited && !persistence.equals("NONE")) {
            throw Refusal.of(SPECIFIC, 2136, "Timeout value out of range; enter a value between 2 and 1440 minutes");
        }
        if (row.getString("persistencetype", "").equals("RULE")
                && row.getString("rule").equals("none")) {
            throw Refusal.prerequisite("rule");
        }
        if (row.getString("somethod").equals("CONNECTION") && !row.containsKey("sothreshold")) {
            throw Refusal.prerequisite("sothreshold");
        }
        boolean named = SERVERS.stream()
                .filter(kind -> !kind.equals(resource.name()))
                .anyMatch(kind ->
                        !running.where(kind, "name", row.getString("name")).isEmpty());
        if (named) {
            throw Refusal.exists("vServerName", row.getString("name"));
        }
        if (row.getInt("port") == 0) {
            return;
        }
        for (String kind : SERVERS) {
            for (JsonObject other : running.all(kind)) {
                if (!other.getString("name").equals(row.getString("name"))
                        && other.getInt("port") == row.getInt("port")
                        && other.getString("ipv46").equals(row.getString("ipv46"))
                        && other.getString("servicetype").equals("UDP") == type.equals("UDP")) {
                    throw Refusal.exists("ipv46", row.getString("ipv46"));
                }
            }
        }
    }

    private static void monitor(JsonObject row) {
        long interval = Monitors.milliseconds(row, "interval", "units3");
        long timeout = Monitors.milliseconds(row, "resptimeout", "units4");
        if (timeout >= interval) {
            throw Refusal.of(SPECIFIC, 2128, "Monitor interval must be greater than response timeout");
        }
        if (interval % 10 > 0 || timeout % 10 > 0) {
            throw Refusal.of(SPECIFIC, 2169, "Time parameter must be a multiple of 10");
        }
        if (row.containsKey("respcode") && row.getJsonArray("respcode").size() > MAX_CODES) {
            throw Refusal.of(SPECIFIC, 2130, "Too many response codes, only 16 allowed");
        }
        if (!row.getString("customheaders", CRLF).endsWith(CRLF)) {
            throw Refusal.of(SPECIFIC, 1312, "Custom Header string should end with CRLF");
        }
        boolean http = row.getString("type").equals("HTTP");
        if (!http && (row.containsKey("httprequest") || row.containsKey("respcode"))) {
            throw Refusal.prerequisite("type==HTTP");
        }
    }

    private void sameSpeech(JsonObject row) {
        String server =
                running.where("lbvserver", "name", row.getString("name")).get(0).getString("servicetype");
        String group = running.where("servicegroup", "servicegroupname", row.getString("servicegroupname"))
                .get(0)
                .getString("servicetype");
        if (!server.equals(group) && !(HTTP.contains(server) && HTTP.contains(group))) {
            throw Refusal.badValue("servicegroupname", "its service type does not go with that of the server");
        }
    }

    private void priority(Resource resource, JsonObject row) {
        boolean taken = running.where(resource.name(), "name", row.getString("name")).stream()
                .anyMatch(other -> other.get("priority").equals(row.get("priority")));
        if (taken) {
            throw Refusal.exists("priority", row.get("priority").toString());
        }
    }

    private void onlyDefault(JsonObject row) {
        if (!running.where("csvserver_lbvserver_binding", "name", row.getString("name"))
                .isEmpty()) {
            throw Refusal.exists("lbvserver", row.getString("lbvserver"));
        }
    }

    /** Servers and groups that speak TLS come with settings and ciphers. */
    void afterCreation(Resource resource, JsonObject row) {
        if (!row.getString("servicetype", "").equals("SSL")) {
            return;
        }
        boolean group = resource.name().equals("servicegroup");
        Resource settings = schema.resource(group ? "sslservicegroup" : "sslvserver");
        var defaults = Json.createObjectBuilder()
                .add(settings.key().name(), row.getString(resource.key().name()));
        settings.fields().stream()
                .filter(field -> field.otherwise() != null)
                .forEach(field -> defaults.add(field.name(), field.defaultValue()));
        running.put(settings, defaults.build());
        Resource ciphers = schema.resource(settings.name() + "_sslciphersuite_binding");
        running.put(
                ciphers,
                Json.createObjectBuilder()
                        .add(ciphers.key().name(), row.getString(resource.key().name()))
                        .add("ciphername", group ? "DEFAULT_BACKEND" : "DEFAULT")
                        .build());
    }

    /** What others refer to stays, but for what is a part of the others' list only. */
    void removable(Resource resource, JsonObject row) {
        if (resource.shape() != Shape.ENTITY) {
            return;
        }
        String name = Tables.text(row, resource.key().name());
        schema.referring(resource.name()).forEach((other, fields) -> fields.stream()
                .filter(field -> !(other.shape() != Shape.ENTITY && field.equals(other.key())))
                .filter(field -> !LOOSE.contains(other.name()))
                .filter(field ->
                        !running.where(other.name(), field.name(), name).isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    throw Refusal.inUse(name);
                }));
        if (resource.name().equals("sslcertkey")
                && !running.where("sslcertkey", "linkcertkeyname", name).isEmpty()) {
            throw Refusal.inUse(name);
        }
    }

    /** Bindings and settings go with what they belong to. */
    void afterRemoval(Resource resource, JsonObject row) {
        if (resource.shape() != Shape.ENTITY) {
            return;
        }
        String name = Tables.text(row, resource.key().name());
        schema.referring(resource.name())
                .forEach((other, fields) -> fields.forEach(field -> {
                    for (JsonObject each : running.where(other.name(), field.name(), name)) {
                        boolean elsewhere = other.shape() == Shape.ENTITY;
                        if (!elsewhere) {
                            running.remove(other, each);
                            if (other.shape() == Shape.SETTINGS) {
                                schema.bindingsOf(other.name()).forEach(binding -> running.where(
                                                binding.name(), binding.key().name(), name)
                                        .forEach(bound -> running.remove(binding, bound)));
                            }
                        }
                    }
                }));
    }
}
