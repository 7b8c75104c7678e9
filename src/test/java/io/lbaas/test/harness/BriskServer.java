package io.lbaas.test.harness;

import java.util.Map;

/**
 * Gives tests a server to share that soon notices that devices come and go, and on which all devices are the tests' own: those
 * that it is born with take nothing.
 */
public final class BriskServer extends SharedServer {

    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "LBAAS_PROBE_PERIOD", "PT1S",
                "LBAAS_RESEND_AFTER", "PT2S",
                "LBAAS_STATS_PERIOD", "PT1S",
                "LBAAS_EVACUATION_PERIOD", "PT1S");
    }
}
