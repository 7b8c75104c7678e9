package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Names;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps agents apart by string maps on the appliance. Each turn is one with a number in its name, which only one agent can
 * create; the next number is free once the highest has ended or run out. None that counts is ever changed, so nobody can
 * take a turn that somebody else has just taken. Hosts of agents have their clocks set.
 */
final class ManagementLock {
    /** An agent that died holds up the others for so long. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What is left of the time for a change when the turn is given up. */
    private static final Duration MARGIN = Duration.ofMillis(300);

    private static final long PAUSE_MILLIS = 50;
    private static final String PREFIX = Names.MARK + "lock_";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})(_ended)?", Pattern.CASE_INSENSITIVE);
    private final NitroClient nitro;
    private long number;
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
        List<Turn> turns = turns(deadline);
        long current = highest(turns);
        boolean mine = number != 0 && number == current;
        if (!mine && turns.stream().noneMatch(turn -> turn.over(current)) && current != 0) {
            return false;
        }
        Turn next = new Turn(current + 1, false, Instant.now().plus(LEASE));
        if (!create(next, deadline)) {
            return false;
        }
        if (highest(turns(deadline)) > next.number()) {
            // So much time went by that others took this turn and the next, and cleaned up.
            forget(next, deadline);
            return false;
        }
        number = next.number();
        until = next.runsOut();
        for (Turn turn : turns) {
            forget(turn, deadline);
        }
        return true;
    }

    private static long highest(List<Turn> turns) {
        return turns.stream().mapToLong(Turn::number).max().orElse(0);
    }

    private List<Turn> turns(Instant deadline) throws NitroException {
        return nitro.list(Marks.RESOURCE, Target.matching(Marks.RESOURCE, "name", "^" + PREFIX), deadline).stream()
                .flatMap(map -> Turn.read(map).stream())
                .toList();
    }

    /** Whether there was none. */
    private boolean create(Turn turn, Instant deadline) throws NitroException {
        JsonObject map = Json.createObjectBuilder()
                .add("name", turn.name())
                .add("comment", turn.runsOut().toString())
                .build();
        try {
            nitro.send("POST", Target.config(Marks.RESOURCE), Marks.RESOURCE, map, deadline);
            return true;
        } catch (NitroException e) {
            if (e.present()) {
                return false;
            }
            throw e;
        }
    }

    private void forget(Turn turn, Instant deadline) throws NitroException {
        try {
            nitro.delete(Target.config(Marks.RESOURCE, turn.name()), deadline);
        } catch (NitroException e) {
            if (!e.absent()) {
                throw e;
            }
        }
    }

    /** Ends the turn. One that ran out is over, whether this succeeds or not. */
    void end(Instant deadline) throws NitroException {
        Turn over = new Turn(number, true, until);
        until = Instant.MIN;
        if (Instant.now().isBefore(over.runsOut())) {
            create(over, deadline);
        }
    }

    private static void pause() throws NitroException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NitroException(FailureKind.TRANSIENT, 0, "Interrupted", e);
        }
    }

    /** What one string map says of a turn: that it was taken, and until when at most, or that it has ended. */
    private record Turn(long number, boolean ended, Instant runsOut) {
        static Optional<Turn> read(JsonObject map) {
            Matcher name = NAME.matcher(map.getString("name"));
            return name.matches()
                    ? Optional.of(new Turn(
                            Long.parseLong(name.group(1)), name.group(2) != null, time(map.getString("comment", ""))))
                    : Optional.empty();
        }

        /** A turn that somebody scribbled over has run out. */
        private static Instant time(String comment) {
            try {
                return Instant.parse(comment);
            } catch (DateTimeParseException e) {
                return Instant.MIN;
            }
        }

        /** Whether it says that the turn of this number is over. */
        boolean over(long turn) {
            return number == turn && (ended || Instant.now().isAfter(runsOut));
        }

        String name() {
            return PREFIX + number + (ended ? "_ended" : "");
        }
    }
}
