package io.lbaas.web.resource;

import static io.lbaas.model.ObjectType.L7_POLICY;
import static io.lbaas.model.ObjectType.L7_RULE;

import io.lbaas.model.L7RuleSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.L7Rules;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.View;
import io.lbaas.web.rendering.Rendering;
import io.lbaas.web.schema.CreateRequest;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Rules of an L7 policy. */
@Path("v2/lbaas/l7policies/{policy}/rules")
@ApplicationScoped
public class L7RuleResource extends ObjectResource<View.OfL7Rule> {

    @Inject
    private L7Rules rules;

    public L7RuleResource() {
        super(L7_RULE);
    }

    @Override
    protected ResourceTable<UUID, View.OfL7Rule> table(UriInfo uri) {
        NestedGuard<View.OfL7Rule> policy =
                beneath(L7_POLICY, uri.getPathParameters().getFirst("policy"));
        return objects(Schemas.L7_RULE, Rendering::l7Rule, policy)
                .create((caller, body) -> create(caller, policy, body))
                .list(query -> rules.list(policy.parent(), query))
                .show(id -> rules.show(policy.parent(), id))
                .update(L7RuleSpec.class, (caller, id, patch) -> rules.update(caller, policy.parent(), id, patch))
                .delete((caller, id) -> rules.delete(caller, policy.parent(), id));
    }

    private View.OfL7Rule create(Caller caller, NestedGuard<View.OfL7Rule> policy, RequestBody body) {
        body.as(CreateRequest.OfL7Rule.class);
        New.OfL7Rule rule = NewObjects.l7Rule(body);
        policy.requireParent(Permission.WRITE);
        return rules.create(caller, policy.parent(), rule.labels(), rule.spec());
    }
}
