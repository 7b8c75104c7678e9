package io.lbaas.driver.bigip.declaration;

import jakarta.json.JsonObjectBuilder;
import java.util.concurrent.TimeUnit;

/** The API's milliseconds in the profiles of a service; 0 is no limit. */
final class Timeouts {
    /** The longest time for which a connection may be idle. */
    static final int MAX_IDLE_MILLIS = (int) TimeUnit.DAYS.toMillis(1);

    private static final int NO_LIMIT = -1;
    private static final int MILLIS = 1000;
    private static final int MAX_RETRANSMISSIONS = 12;
    private static final int USUAL_FIRST_WAIT = 3000;
    private static final int LONGEST_FIRST_WAIT = 5000;

    private Timeouts() {}

    static JsonObjectBuilder tcp(int idleMillis) {
        return Doc.of("TCP_Profile").add("idleTimeout", seconds(idleMillis));
    }

    static JsonObjectBuilder udp(int idleMillis) {
        return Doc.of("UDP_Profile").add("idleTimeout", seconds(idleMillis));
    }

    /** Rounded up, because 0 would be no time at all. */
    static int seconds(int millis) {
        return millis == 0 ? NO_LIMIT : (millis + MILLIS - 1) / MILLIS;
    }

    /**
     * Limits the time for a connection to a member. The device knows no such limit, but how often it asks and how long
     * it waits the first time; each further wait is twice as long.
     */
    static JsonObjectBuilder connect(JsonObjectBuilder profile, int millis) {
        if (millis == 0) {
            return profile;
        }
        int retransmissions = 0;
        while (retransmissions < MAX_RETRANSMISSIONS && firstWait(millis, retransmissions) > USUAL_FIRST_WAIT) {
            retransmissions++;
        }
        int wait = Math.min(LONGEST_FIRST_WAIT, Math.max(1, firstWait(millis, retransmissions)));
        return profile.add("synMaxRetrans", retransmissions).add("synRtoBase", wait);
    }

    private static int firstWait(int millis, int retransmissions) {
        return millis / ((1 << (retransmissions + 1)) - 1);
    }
}
