package io.lbaas.plugin.service;

import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Transactions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;

/** Transactions around the calls of other services. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TransactionsBean implements Transactions {

    @Inject
    private SharedTransaction transaction;

    @Override
    public <T> T together(Supplier<T> work) {
        return transaction.together(work);
    }

    @Override
    public <T> T locked(ObjectType type, UUID id, Supplier<T> work) {
        return transaction.locked(new ObjectRef(type, id), work);
    }
}
