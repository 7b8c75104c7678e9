package io.lbaas.plugin.service;

import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.L7Rules;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.list.Lists;
import io.lbaas.plugin.tree.Views;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Rules of L7 policies. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class L7RulesBean implements L7Rules {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Lists lists;

    @Override
    public View.OfL7Rule create(Caller caller, UUID policyId, Labels labels, L7RuleSpec spec) {
        var where = new ObjectRef(ObjectType.L7_POLICY, policyId);
        return transaction.change(
                caller,
                Action.CREATE,
                where,
                editor -> editor.l7Rules().create(policyId, labels, spec),
                (tree, rule) -> Views.of(rule));
    }

    @Override
    public View.OfL7Rule show(UUID policyId, UUID id) {
        return lists.l7Rule(policyId, id);
    }

    @Override
    public List<View.OfL7Rule> list(UUID policyId, Query query) {
        return lists.l7Rules(policyId, query);
    }

    @Override
    public View.OfL7Rule update(Caller caller, UUID policyId, UUID id, Patch<L7RuleSpec> patch) {
        return transaction.change(
                caller,
                Action.UPDATE,
                ref(id),
                editor -> editor.l7Rules().update(policyId, id, patch),
                (tree, rule) -> Views.of(rule));
    }

    @Override
    public void delete(Caller caller, UUID policyId, UUID id) {
        transaction.change(
                caller, Action.DELETE, ref(id), editor -> editor.l7Rules().delete(policyId, id));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef(ObjectType.L7_RULE, id);
    }
}
