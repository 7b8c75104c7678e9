package io.lbaas.test.harness;

import java.util.Map;

/** Gives tests a server to share that looks at its devices more often than others do. */
public final class WatchfulServer extends SharedServer {

    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "LBAAS_AUDIT_PERIOD", "PT3S",
                "LBAAS_AUDIT_ORPHAN_GRACE", "PT1S",
                "LBAAS_HEALTH_PERIOD", "PT2S",
                "LBAAS_PROBE_PERIOD", "PT2S",
                "LBAAS_STATS_PERIOD", "PT2S");
    }
}
