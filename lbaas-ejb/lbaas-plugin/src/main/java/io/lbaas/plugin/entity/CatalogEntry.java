package io.lbaas.plugin.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that operators offer.
 *
 * @param <S> what is said of it
 */
@MappedSuperclass
public abstract class CatalogEntry<S> {

    @Id
    private UUID id;

    private String name;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected CatalogEntry() {}

    protected CatalogEntry(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    protected void name(String given) {
        name = given;
    }

    public abstract S spec();

    /** Replaces what is said of it. */
    public abstract void change(S spec);
}
