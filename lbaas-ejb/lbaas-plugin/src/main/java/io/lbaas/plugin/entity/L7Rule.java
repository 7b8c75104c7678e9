package io.lbaas.plugin.entity;

import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An L7 rule of a policy. */
@Entity
@Table(name = "l7_rule")
public class L7Rule extends Child<L7RuleSpec> {

    @Column(name = "l7_policy_id")
    private UUID policyId;

    @Convert(converter = JsonColumn.OfL7Rule.class)
    private L7RuleSpec spec;

    @Convert(converter = JsonColumn.OfL7Rule.class)
    @Column(name = "last_good")
    private L7RuleSpec lastGood;

    protected L7Rule() {}

    public L7Rule(UUID id, LoadBalancer loadBalancer, UUID policyId, Labels labels, L7RuleSpec spec, Instant now) {
        super(id, loadBalancer, labels, now);
        this.policyId = policyId;
        this.spec = spec;
    }

    @Override
    public ObjectType type() {
        return ObjectType.L7_RULE;
    }

    @Override
    public L7RuleSpec spec() {
        return spec;
    }

    @Override
    public L7RuleSpec lastGood() {
        return lastGood;
    }

    @Override
    protected void spec(L7RuleSpec changed) {
        spec = changed;
    }

    @Override
    protected void lastGood(L7RuleSpec good) {
        lastGood = good;
    }

    public UUID policyId() {
        return policyId;
    }

    @Override
    public UUID ownerId() {
        return policyId;
    }
}
