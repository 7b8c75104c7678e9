package io.lbaas.driver.netscaler.simulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What monitors find and what clients did, as a script says. */
final class Traffic {
    private final Tables running;
    private final Set<String> down = new HashSet<>();
    private final Map<String, Map<String, Long>> counters = new HashMap<>();
    private Instant start = Instant.now();

    Traffic(Tables running) {
        this.running = running;
    }

    void member(String address, boolean up) {
        if (up) {
            down.remove(address);
        } else {
            down.add(address);
        }
    }

    void count(String server, Map<String, Long> more) {
        Map<String, Long> sums = counters.computeIfAbsent(server, each -> new HashMap<>());
        more.forEach((counter, number) -> sums.merge(counter, number, Long::sum));
    }

    void reboot() {
        counters.clear();
        start = start.plusSeconds(1);
    }

    String memberState(JsonObject member) {
        JsonObject group = running.where("servicegroup", "servicegroupname", member.getString("servicegroupname"))
                .get(0);
        if (member.getString("state").equals("DISABLED")
                || group.getString("state").equals("DISABLED")) {
            return "OUT OF SERVICE";
        }
        boolean checked = group.getString("healthmonitor").equals("YES");
        return checked && down.contains(member.getString("ip")) ? "DOWN" : "UP";
    }

    String serverState(String resource, JsonObject server) {
        if (server.getString("state").equals("DISABLED")) {
            return "OUT OF SERVICE";
        }
        return resource.equals("csvserver") || members(server).stream().anyMatch("UP"::equals) ? "UP" : "DOWN";
    }

    private List<String> members(JsonObject server) {
        return running.where("lbvserver_servicegroup_binding", "name", server.getString("name")).stream()
                .flatMap(bound -> running
                        .where(
                                "servicegroup_servicegroupmember_binding",
                                "servicegroupname",
                                bound.getString("servicegroupname"))
                        .stream())
                .map(this::memberState)
                .toList();
    }

    /** The counters of a server; they are shown as text. */
    JsonObject stat(String resource, JsonObject server) {
        Map<String, Long> counted = counters.getOrDefault(server.getString("name"), Map.of());
        JsonObjectBuilder stat = Json.createObjectBuilder()
                .add("name", server.getString("name"))
                .add("primaryipaddress", server.getString("ipv46"))
                .add("primaryport", server.getInt("port"))
                .add("type", server.getString("servicetype"))
                .add("state", serverState(resource, server));
        for (String counter : List.of(
                "totalrequestbytes",
                "totalresponsebytes",
                "curclntconnections",
                "establishedconn",
                "tothits",
                "totalrequests",
                "invalidrequestresponse")) {
            stat.add(counter, Long.toString(counted.getOrDefault(counter, 0L)));
        }
        if (resource.equals("lbvserver")) {
            List<String> states = members(server);
            long up = states.stream().filter("UP"::equals).count();
            stat.add("actsvcs", Long.toString(up))
                    .add("inactsvcs", Long.toString(states.size() - up))
                    .add("vslbhealth", states.isEmpty() ? "0" : Long.toString(100 * up / states.size()));
        }
        return stat.build();
    }

    JsonObject global() {
        return Json.createObjectBuilder().add("starttime", start.toString()).build();
    }
}
