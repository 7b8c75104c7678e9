package io.lbaas.plugin.queue;

import io.lbaas.message.AuditReport.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what audits find and what is repaired, by kind. */
@ApplicationScoped
public class DriftMetrics {

    @Inject
    private MetricRegistry registry;

    /** Once, however often audits see it. */
    public void found(Kind kind) {
        count("lbaas_drift_found", kind);
    }

    public void repaired(Kind kind) {
        count("lbaas_drift_repaired", kind);
    }

    private void count(String name, Kind kind) {
        registry.counter(name, new Tag("kind", kind.name().toLowerCase(Locale.ROOT)))
                .inc();
    }
}
