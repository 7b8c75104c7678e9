package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Names;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroError;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps agents apart by a string map on the appliance. Each turn is an entry with a number, which only one agent can
 * create; the next number is free once the entry of the highest has ended or run out. No entry that counts is ever
 * changed, so nobody can take a turn that somebody else has just taken. Hosts of agents have their clocks set.
 */
final class ManagementLock {
    /** An agent that died holds up the others for so long. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What is left of the time for a change when the turn is given up. */
    private static final Duration MARGIN = Duration.ofMillis(300);

    private static final long PAUSE_MILLIS = 50;
    private static final String MAP = Names.MARK + "lock";
    private static final String ENTRY = "policystringmap_pattern_binding";
    private static final String ENDED = "_ended";

    private final NitroClient nitro;
    private long turn;
    private Instant until = Instant.MIN;

    ManagementLock(NitroClient nitro) {
        this.nitro = nitro;
    }

    /** Until when no other agent changes the appliance. */
    Instant until() {
        return until;
    }

    /** Takes a turn, the next one where this has one already; BUSY where another agent keeps it too long. */
    void take(Instant deadline) throws NitroException {
        Instant patience = Instant.now().plus(PATIENCE);
        Instant soon = deadline.minus(MARGIN);
        Instant last = patience.isBefore(soon) ? patience : soon;
        while (!tryToTake(deadline)) {
            if (Instant.now().isAfter(last)) {
                throw new NitroException(FailureKind.BUSY, 0, "Another agent changes the appliance", null);
            }
            pause();
        }
    }

    private boolean tryToTake(Instant deadline) throws NitroException {
        List<JsonObject> entries = nitro.list(ENTRY, Target.config(ENTRY, MAP), deadline);
        Optional<JsonObject> highest = entries.stream()
                .filter(entry -> !key(entry).endsWith(ENDED))
                .max(Comparator.comparingLong(ManagementLock::number));
        long current = highest.map(ManagementLock::number).orElse(0L);
        boolean mine = turn != 0 && turn == current;
        boolean ended = entries.stream().anyMatch(entry -> key(entry).equals(current + ENDED));
        if (highest.isPresent() && !mine && !ended && Instant.now().isBefore(runsOut(highest.get()))) {
            return false;
        }
        Instant end = Instant.now().plus(LEASE);
        if (!create(Long.toString(current + 1), end.toString(), deadline)) {
            return false;
        }
        turn = current + 1;
        until = end;
        for (JsonObject entry : entries) {
            nitro.delete(Target.config(ENTRY, MAP, Map.of("key", key(entry))), deadline);
        }
        return true;
    }

    private static String key(JsonObject entry) {
        return entry.getString("key");
    }

    private static long number(JsonObject entry) {
        return Long.parseLong(key(entry));
    }

    private static Instant runsOut(JsonObject entry) {
        return Instant.parse(entry.getString("value"));
    }

    /** Whether there was none. */
    private boolean create(String key, String value, Instant deadline) throws NitroException {
        try {
            bind(key, value, deadline);
            return true;
        } catch (NitroException e) {
            if (e.is(NitroError.EXISTS, NitroError.BOUND)) {
                return false;
            }
            if (!e.is(NitroError.NO_SUCH_RESOURCE)) {
                throw e;
            }
        }
        makeMap(deadline);
        return create(key, value, deadline);
    }

    private void bind(String key, String value, Instant deadline) throws NitroException {
        JsonObject entry = Json.createObjectBuilder()
                .add("name", MAP)
                .add("key", key)
                .add("value", value)
                .build();
        nitro.send("PUT", Target.config(ENTRY), ENTRY, entry, deadline);
    }

    private void makeMap(Instant deadline) throws NitroException {
        JsonObject map = Json.createObjectBuilder().add("name", MAP).build();
        try {
            nitro.send("POST", Target.config("policystringmap"), "policystringmap", map, deadline);
        } catch (NitroException e) {
            if (!e.is(NitroError.EXISTS)) {
                throw e;
            }
        }
    }

    /** Ends the turn. One that ran out is over, whether this succeeds or not. */
    void end(Instant deadline) throws NitroException {
        if (Instant.now().isBefore(until)) {
            create(turn + ENDED, until.toString(), deadline);
        }
        until = Instant.MIN;
    }

    private static void pause() throws NitroException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NitroException(FailureKind.TRANSIENT, 0, "Interrupted", e);
        }
    }
}
