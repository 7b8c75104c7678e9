package io.lbaas.plugin.api.quantum;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Members, by their ids alone. Every method may throw {@link io.lbaas.plugin.api.Fault}. */
@Local
public interface QuantumMembers {

    /** A new member. */
    record Create(MemberTerms terms, MemberSpec spec) {}

    /** Makes all of them or none. */
    List<QuantumView.Member> create(Caller caller, List<Create> wanted);

    QuantumView.Member show(UUID id);

    List<QuantumView.Member> list(Query query);

    /** Changes a member, which moves where the terms name another pool. It keeps its id. */
    QuantumView.Member update(Caller caller, UUID id, Patch<MemberSpec> patch, UnaryOperator<MemberTerms> terms);

    void delete(Caller caller, UUID id);
}
