package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Offer;
import io.lbaas.plugin.list.Source;

/** Flavors and availability zones: each has a profile. */
public abstract class OffersBean<S extends Record, E extends Offer<S>> extends CatalogBean<S, E> {

    private final Source<?> profiles;

    protected OffersBean(Source<E> source, Factory<S, E> factory, Source<?> profiles) {
        super(source, factory);
        this.profiles = profiles;
    }

    @Override
    protected void check(E current, E wanted) {
        String profile = wanted.profileId().toString();
        if (store().rows().find(profiles, profile).isEmpty()) {
            throw Fault.invalidReference(profiles.title(), profile);
        }
    }
}
