package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.spi.StatsBatch.Counters;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads the counters of listeners: those of the servers that clients reach, summed over the VIP addresses. */
final class CounterReader {
    private static final String ANY_VIP = "|vip\\d+";
    private final Shown shown;

    CounterReader(Shown shown) {
        this.shown = shown;
    }

    /** When the appliance began to count. */
    String epoch() throws NitroException {
        return shown.counters("ns").stream()
                .findFirst()
                .map(counters -> counters.getString("starttime", ""))
                .orElse("");
    }

    Map<UUID, Counters> read(Collection<UUID> loadBalancers) throws NitroException {
        Map<UUID, Counters> byListener = new HashMap<>();
        for (String resource : new String[] {"lbvserver", "csvserver"}) {
            for (JsonObject server : shown.counters(resource)) {
                if (Shown.of(server, "name", loadBalancers)
                        && Shown.name(server, "name").part().matches(ANY_VIP)) {
                    byListener.merge(Shown.name(server, "name").object(), counters(server), CounterReader::sum);
                }
            }
        }
        return byListener;
    }

    private static Counters counters(JsonObject server) {
        return new Counters(
                number(server, "totalrequestbytes"),
                number(server, "totalresponsebytes"),
                number(server, "curclntconnections"),
                number(server, "tothits"),
                number(server, "invalidrequestresponse"));
    }

    /** Counters come as text or as numbers. */
    private static long number(JsonObject counters, String name) {
        JsonValue value = counters.get(name);
        if (value instanceof JsonNumber number) {
            return number.longValue();
        }
        return value instanceof JsonString text && text.getString().matches("\\d{1,18}")
                ? Long.parseLong(text.getString())
                : 0;
    }

    private static Counters sum(Counters one, Counters other) {
        return new Counters(
                one.bytesIn() + other.bytesIn(),
                one.bytesOut() + other.bytesOut(),
                one.activeConnections() + other.activeConnections(),
                one.totalConnections() + other.totalConnections(),
                one.requestErrors() + other.requestErrors());
    }
}
