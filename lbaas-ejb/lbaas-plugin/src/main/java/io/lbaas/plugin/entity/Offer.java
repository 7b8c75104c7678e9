package io.lbaas.plugin.entity;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * What tenants choose: a flavor or an availability zone.
 *
 * @param <S> what is said of it
 */
@MappedSuperclass
public abstract class Offer<S> extends CatalogEntry<S> {

    private String description;
    private boolean enabled;

    @Column(name = "profile_id")
    private UUID profileId;

    protected Offer() {}

    protected Offer(UUID id, Instant now) {
        super(id, now);
    }

    public String description() {
        return description;
    }

    public boolean enabled() {
        return enabled;
    }

    public UUID profileId() {
        return profileId;
    }

    protected void set(String name, String newDescription, boolean nowEnabled, UUID profile) {
        name(name);
        description = newDescription;
        enabled = nowEnabled;
        profileId = profile;
    }
}
