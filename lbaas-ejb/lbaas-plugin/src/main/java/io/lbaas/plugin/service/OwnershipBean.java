package io.lbaas.plugin.service;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Ownership;
import io.lbaas.plugin.store.Trees;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Who owns what. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OwnershipBean implements Ownership {

    @Inject
    private Trees trees;

    @Override
    public String projectOf(ObjectType type, UUID id) {
        return trees.projectOf(type, id).orElseThrow(() -> Fault.notFound(type, id));
    }

    @Override
    public String providerOf(ObjectType type, UUID id) {
        return trees.providerOf(type, id).orElseThrow(() -> Fault.notFound(type, id));
    }
}
