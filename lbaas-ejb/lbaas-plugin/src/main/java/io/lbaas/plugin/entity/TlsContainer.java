package io.lbaas.plugin.entity;

import io.lbaas.tls.bundle.TlsSummary;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** TLS material of a tenant, sealed. */
@Entity
@Table(name = "tls_container")
public class TlsContainer {

    @Id
    private UUID id;

    @Column(name = "project_id")
    private String projectId;

    private String name;

    private String sealed;

    @Convert(converter = JsonColumn.OfTlsSummary.class)
    private TlsSummary summary;

    @Version
    private long version;

    @Column(name = "created_at")
    @Convert(converter = InstantColumn.class)
    private Instant createdAt;

    @Column(name = "updated_at")
    @Convert(converter = InstantColumn.class)
    private Instant updatedAt;

    protected TlsContainer() {}

    public TlsContainer(UUID id, String projectId, Instant now) {
        this.id = id;
        this.projectId = projectId;
        this.createdAt = now;
    }

    /**
     * Puts material in.
     *
     * @param ciphertext of the PEM text, with the id as its label
     */
    public void fill(String newName, String ciphertext, TlsSummary of) {
        name = newName;
        sealed = ciphertext;
        summary = of;
    }

    public void updated(Instant now) {
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String projectId() {
        return projectId;
    }

    public String name() {
        return name;
    }

    public String sealed() {
        return sealed;
    }

    public TlsSummary summary() {
        return summary;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
