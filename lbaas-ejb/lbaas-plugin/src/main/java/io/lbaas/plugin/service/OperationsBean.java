package io.lbaas.plugin.service;

import io.lbaas.plugin.api.Operations;
import io.lbaas.plugin.store.OperationLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The record of accepted changes. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OperationsBean implements Operations {

    @Inject
    private OperationLog log;

    @Override
    public List<Entry> list(Question question) {
        return log.list(question);
    }
}
