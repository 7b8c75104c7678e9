package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Profile;
import io.lbaas.plugin.list.Source;
import io.lbaas.plugin.place.Providers;
import io.lbaas.plugin.rule.ProfileData;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.BiFunction;

/** Profiles: each has data that its provider knows the keys of, and keeps its meaning while it is in use. */
public abstract class ProfilesBean<S extends Record, E extends Profile<S>> extends CatalogBean<S, E> {

    @Inject
    private Providers providers;

    private final String option;
    private final Source<?> users;
    private final BiFunction<Providers, String, Map<String, String>> keys;

    /**
     * Profiles of a kind.
     *
     * @param option what the API calls the data
     * @param users what refers to these profiles
     * @param keys the keys that a provider knows
     */
    protected ProfilesBean(
            Source<E> source,
            Factory<S, E> factory,
            String option,
            Source<?> users,
            BiFunction<Providers, String, Map<String, String>> keys) {
        super(source, factory);
        this.option = option;
        this.users = users;
        this.keys = keys;
    }

    @Override
    protected void check(E current, E wanted) {
        if (current != null && sameMeaning(current, wanted)) {
            return;
        }
        String provider = wanted.providerName();
        ProfileData.parse(option, wanted.data())
                .requireKnown(provider, keys.apply(providers, provider).keySet());
        if (current != null && store().used(users, current.id())) {
            throw Fault.inUse(source().title(), current.id());
        }
    }

    private boolean sameMeaning(E one, E other) {
        return one.providerName().equals(other.providerName()) && one.data().equals(other.data());
    }
}
