package io.lbaas.plugin.tree;

import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.rule.L7PolicyRules;
import io.lbaas.plugin.rule.ListenerRules;
import io.lbaas.plugin.rule.PoolRules;
import java.util.UUID;

/** Changes of L7 policies. */
public final class L7PolicyChanges {

    private final TreeEditor editor;

    L7PolicyChanges(TreeEditor editor) {
        this.editor = editor;
    }

    /** A new policy; those from its position on are shifted. */
    public L7Policy create(UUID listenerId, Labels labels, L7PolicySpec asked) {
        Listener listener = editor.listeners().find(listenerId);
        editor.locks().checkAddition();
        editor.locks().checkUse(listener);
        editor.terms().fields().check(labels);
        L7PolicySpec spec = check(listener, editor.terms().fields().check(asked), null);
        var now = editor.terms().now();
        var policy = editor.add(new L7Policy(editor.newId(), editor.tree().root(), listenerId, labels, spec, now));
        Positions.place(policy, editor.tree().policiesOf(listenerId));
        return policy;
    }

    public L7Policy update(UUID id, Patch<L7PolicySpec> patch) {
        L7Policy policy = find(id);
        editor.locks().check(policy, Intent.UPDATE);
        Listener listener = editor.listeners().find(policy.listenerId());
        L7PolicySpec before = policy.spec();
        editor.apply(policy, patch, spec -> check(listener, spec, before));
        Positions.place(policy, editor.tree().policiesOf(policy.listenerId()));
        return policy;
    }

    /** Dooms a policy with its rules; it keeps its position until it is gone. */
    public L7Policy delete(UUID id) {
        L7Policy policy = find(id);
        editor.locks().check(policy, Intent.DELETE);
        editor.ask(policy, Intent.DELETE);
        return policy;
    }

    L7Policy find(UUID id) {
        return editor.tree().child(ObjectType.L7_POLICY, L7Policy.class, id);
    }

    private L7PolicySpec check(Listener listener, L7PolicySpec asked, L7PolicySpec before) {
        ListenerRules.checkParent(listener.spec().protocol());
        L7PolicySpec spec = L7PolicyRules.check(asked, before);
        if (spec.redirectPoolId() != null) {
            Pool pool = editor.tree().pool(spec.redirectPoolId());
            PoolRules.checkPair(listener.spec().protocol(), pool.spec().protocol());
            editor.locks().checkUse(pool);
        }
        editor.terms().capabilities().check(listener.spec().protocol(), spec);
        return spec;
    }
}
