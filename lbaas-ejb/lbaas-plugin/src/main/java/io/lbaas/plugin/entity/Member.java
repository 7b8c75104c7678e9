package io.lbaas.plugin.entity;

import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A member of a pool. */
@Entity
public class Member extends PoolChild<MemberSpec> {

    @Convert(converter = JsonColumn.OfMember.class)
    private MemberSpec spec;

    @Convert(converter = JsonColumn.OfMember.class)
    @Column(name = "last_good")
    private MemberSpec lastGood;

    /** In canonical form, so that two spellings of one address are one member. */
    private String address;

    private int port;

    protected Member() {}

    public Member(
            UUID id,
            LoadBalancer loadBalancer,
            UUID poolId,
            Labels labels,
            MemberSpec spec,
            String address,
            Instant now) {
        super(id, loadBalancer, poolId, labels, now);
        this.spec = spec;
        this.address = address;
        this.port = spec.protocolPort();
    }

    @Override
    public ObjectType type() {
        return ObjectType.MEMBER;
    }

    @Override
    public MemberSpec spec() {
        return spec;
    }

    @Override
    public MemberSpec lastGood() {
        return lastGood;
    }

    @Override
    protected void spec(MemberSpec changed) {
        spec = changed;
    }

    @Override
    protected void lastGood(MemberSpec good) {
        lastGood = good;
    }

    public String address() {
        return address;
    }

    public int port() {
        return port;
    }
}
