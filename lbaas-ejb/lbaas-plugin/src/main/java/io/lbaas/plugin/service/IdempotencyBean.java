package io.lbaas.plugin.service;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Idempotency;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Requests that may be repeated. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class IdempotencyBean implements Idempotency {

    @Inject
    private IdempotentTransaction transaction;

    @Override
    public Answer once(Caller caller, Key key, Supplier<Answer> work) {
        return transaction.once(caller, key, work);
    }
}
