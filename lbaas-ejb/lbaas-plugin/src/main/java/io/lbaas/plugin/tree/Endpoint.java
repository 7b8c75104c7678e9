package io.lbaas.plugin.tree;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.rule.MemberRules;

/**
 * What makes a member the one that it is in its pool.
 *
 * @param address in canonical form
 */
record Endpoint(String address, int port) {

    /** The endpoint of a spec whose address is valid. */
    static Endpoint of(MemberSpec spec) {
        return new Endpoint(MemberRules.canonical(spec.address()), spec.protocolPort());
    }

    static Endpoint of(Member member) {
        return new Endpoint(member.address(), member.port());
    }
}
