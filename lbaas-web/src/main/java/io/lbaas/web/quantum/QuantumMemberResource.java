package io.lbaas.web.quantum;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.quantum.MemberTerms;
import io.lbaas.plugin.api.quantum.QuantumMembers;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.resource.ResourceTable;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Members. */
@Path("v2/lbaas/lb/members")
@ApplicationScoped
public class QuantumMemberResource extends QuantumResource<QuantumMembers.Create, QuantumView.Member> {

    @Inject
    private QuantumMembers members;

    @Inject
    private QuantumPools pools;

    public QuantumMemberResource() {
        super(QuantumType.MEMBER, QuantumSchemas.MEMBER, QuantumRendering::member);
    }

    @Override
    protected ResourceTable<UUID, QuantumView.Member> table(UriInfo uri) {
        return objects(members::show).list(members::list).update(this::change).delete(members::delete);
    }

    @Override
    QuantumMembers.Create read(RequestBody body) {
        var wanted = new QuantumMembers.Create(body.as(MemberTerms.class), body.as(MemberSpec.class));
        requirePool(wanted.terms());
        return wanted;
    }

    @Override
    List<QuantumView.Member> create(Caller caller, List<QuantumMembers.Create> wanted) {
        return members.create(caller, wanted);
    }

    private ResourceTable.Change<UUID, QuantumView.Member> change(RequestBody body) {
        Patch<MemberSpec> patch = body.patch(MemberSpec.class);
        UnaryOperator<MemberTerms> terms = body.patch(MemberTerms.class).spec();
        return (caller, id) -> members.update(caller, id, patch, before -> requirePool(terms.apply(before)));
    }

    private MemberTerms requirePool(MemberTerms terms) {
        request().require(Permission.WRITE, pools.show(terms.poolId()).tenantId());
        return terms;
    }
}
