package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Catalog;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.entity.CatalogEntry;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.list.Source;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What is the same for every kind of entry.
 *
 * @param <S> what is said of an entry
 * @param <E> its row
 */
@InFaults
public abstract class CatalogBean<S extends Record, E extends CatalogEntry<S>> implements Catalog<S> {

    /** Makes a row. */
    @FunctionalInterface
    protected interface Factory<S, E> {
        E make(UUID id, S spec, Instant now);
    }

    @Inject
    private CatalogStore store;

    @Inject
    private FieldRules fields;

    private final Source<E> source;
    private final Factory<S, E> factory;

    protected CatalogBean(Source<E> source, Factory<S, E> factory) {
        this.source = source;
        this.factory = factory;
    }

    /**
     * Holds an entry to the rules of its kind.
     *
     * @param current the entry as it is; null where it is new
     */
    protected abstract void check(E current, E wanted);

    @Override
    public Entry<S> create(Caller caller, S spec) {
        E entry = make(UUID.randomUUID(), spec);
        check(null, entry);
        store.add(source, entry);
        return view(entry);
    }

    @Override
    public Entry<S> show(String key) {
        return view(store.rows().get(source, key));
    }

    @Override
    public List<Entry<S>> list(Query query) {
        return store.rows().list(source, query).stream().map(this::view).toList();
    }

    @Override
    public Entry<S> update(Caller caller, String key, UnaryOperator<S> change) {
        E entry = store.lock(source, key);
        S changed = change.apply(entry.spec());
        check(entry, make(entry.id(), changed));
        entry.change(changed);
        store.changed(source, entry);
        return view(entry);
    }

    @Override
    public void delete(Caller caller, String key) {
        store.remove(source, key, store.lock(source, key));
    }

    protected Source<E> source() {
        return source;
    }

    protected CatalogStore store() {
        return store;
    }

    private E make(UUID id, S spec) {
        return factory.make(id, fields.check(spec), InstantColumn.now());
    }

    private Entry<S> view(E entry) {
        return new Entry<>(entry.id(), entry.spec());
    }
}
