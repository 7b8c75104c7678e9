package io.lbaas.plugin.service;

import io.lbaas.model.ObjectRef;
import io.lbaas.plugin.store.Trees;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The transaction that the services called by some work take part in. */
@Stateless
public class SharedTransaction {

    @Inject
    private Trees trees;

    public <T> T together(Supplier<T> work) {
        return work.get();
    }

    public <T> T locked(ObjectRef object, Supplier<T> work) {
        trees.lock(object);
        return work.get();
    }
}
