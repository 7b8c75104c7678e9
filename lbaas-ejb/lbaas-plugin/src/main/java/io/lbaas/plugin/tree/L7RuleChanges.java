package io.lbaas.plugin.tree;

import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.rule.L7RuleRules;
import java.util.UUID;

/** Changes of L7 rules. A rule asked for in the wrong policy is not found. */
public final class L7RuleChanges {

    /** Devices read the rules of a policy as one line, and lines have their limits. */
    private static final int MOST_RULES = 50;

    private final TreeEditor editor;

    L7RuleChanges(TreeEditor editor) {
        this.editor = editor;
    }

    public L7Rule create(UUID policyId, Labels labels, L7RuleSpec asked) {
        L7Policy policy = editor.l7Policies().find(policyId);
        editor.locks().checkAddition();
        editor.locks().checkOwner(policy);
        editor.terms().fields().check(labels);
        L7RuleSpec spec = check(editor.terms().fields().check(asked));
        if (editor.tree().rulesOf(policyId).count() >= MOST_RULES) {
            throw Fault.conflict("Too many rules on L7 policy " + policyId);
        }
        var now = editor.terms().now();
        return editor.add(new L7Rule(editor.newId(), editor.tree().root(), policyId, labels, spec, now));
    }

    public L7Rule update(UUID policyId, UUID id, Patch<L7RuleSpec> patch) {
        L7Rule rule = find(policyId, id);
        editor.locks().check(rule, Intent.UPDATE);
        return editor.apply(rule, patch, this::check);
    }

    public L7Rule delete(UUID policyId, UUID id) {
        L7Rule rule = find(policyId, id);
        editor.locks().check(rule, Intent.DELETE);
        editor.ask(rule, Intent.DELETE);
        return rule;
    }

    private L7Rule find(UUID policyId, UUID id) {
        L7Rule rule = editor.tree().child(ObjectType.L7_RULE, L7Rule.class, id);
        if (!rule.policyId().equals(policyId)) {
            throw Fault.notFound(ObjectType.L7_RULE, id);
        }
        return rule;
    }

    private L7RuleSpec check(L7RuleSpec asked) {
        L7RuleSpec spec = L7RuleRules.check(asked);
        editor.terms().capabilities().check(spec);
        return spec;
    }
}
