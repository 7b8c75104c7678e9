package io.lbaas.plugin.entity;

import io.lbaas.model.HealthMonitorSpec;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A health monitor of the v1 API: a template for those of the pools that it is associated with. */
@Entity
@Table(name = "quantum_monitor")
public class QuantumMonitor {

    @Id
    private UUID id;

    @Column(name = "project_id")
    private String projectId;

    @Convert(converter = JsonColumn.OfHealthMonitor.class)
    private HealthMonitorSpec spec;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected QuantumMonitor() {}

    public QuantumMonitor(UUID id, String projectId, HealthMonitorSpec spec, Instant now) {
        this.id = id;
        this.projectId = projectId;
        this.spec = spec;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String projectId() {
        return projectId;
    }

    public HealthMonitorSpec spec() {
        return spec;
    }

    public void change(HealthMonitorSpec changed) {
        spec = changed;
    }
}
