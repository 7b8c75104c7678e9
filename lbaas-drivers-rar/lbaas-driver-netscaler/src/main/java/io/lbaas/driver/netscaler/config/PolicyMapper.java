package io.lbaas.driver.netscaler.config;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7PolicySpec;
import java.util.List;
import java.util.UUID;

/**
 * Maps L7 policies so that the first one that matches wins. NetScaler asks all responder policies before it chooses a
 * pool, therefore a policy that chooses one is a responder policy too, which does nothing and ends their turn.
 */
final class PolicyMapper {
    static final int STEP = 10;
    private static final Expression FORBIDDEN =
            Expression.trusted("\"HTTP/1.1 403 Forbidden\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n\"");

    private final DesiredLoadBalancer tree;
    private final Config config;

    PolicyMapper(DesiredLoadBalancer tree, Config config) {
        this.tree = tree;
        this.config = config;
    }

    /** The policies that are in service; without a rule in service a policy never matches. */
    private List<L7Policy> inService(Listener listener) {
        return listener.l7Policies().stream()
                .filter(policy -> policy.spec().adminStateUp()
                        && policy.rules().stream().anyMatch(rule -> rule.spec().adminStateUp()))
                .filter(policy -> policy.spec().action() != L7Action.REDIRECT_TO_POOL
                        || tree.pool(policy.spec().redirectPoolId()).isPresent())
                .toList();
    }

    /** Binds the policies of a listener to its content switching server. */
    void map(Listener listener, String server) {
        int priority = 0;
        for (L7Policy policy : inService(listener)) {
            priority += STEP;
            String name = Names.of(tree.id(), policy.id());
            Expression rule = rule(policy);
            config.add(NitroType.RESPONDER_POLICY, "name", name, "rule", rule, "action", responder(policy));
            config.add(
                    NitroType.CS_SERVER_RESPONDER,
                    "name",
                    server,
                    "policyname",
                    name,
                    "priority",
                    priority,
                    "bindpoint",
                    "REQUEST",
                    "gotopriorityexpression",
                    "END");
            if (policy.spec().action() == L7Action.REDIRECT_TO_POOL) {
                choice(listener, server, policy, rule, priority);
            }
        }
    }

    static Expression rule(L7Policy policy) {
        return Expression.all(policy.rules().stream()
                        .filter(rule -> rule.spec().adminStateUp())
                        .map(rule -> RuleMapper.map(rule.spec()))
                        .toList())
                .checked();
    }

    private void choice(Listener listener, String server, L7Policy policy, Expression rule, int priority) {
        String name = Names.of(tree.id(), policy.id(), "cs");
        String target = target(tree.id(), listener, policy.spec().redirectPoolId());
        config.add(NitroType.CS_ACTION, "name", name, "targetlbvserver", target);
        config.add(NitroType.CS_POLICY, "policyname", name, "rule", rule, "action", name);
        config.add(NitroType.CS_SERVER_POLICY, "name", server, "policyname", name, "priority", priority);
    }

    /** The name of the load balancing server that a listener's content switching hands a pool's requests to. */
    static String target(UUID loadBalancer, Listener listener, UUID pool) {
        return Names.of(loadBalancer, listener.id(), pool);
    }

    private String responder(L7Policy policy) {
        L7PolicySpec spec = policy.spec();
        return switch (spec.action()) {
            case REDIRECT_TO_POOL -> "NOOP";
            case REJECT -> {
                String name = Names.of(tree.id(), policy.id(), "reject");
                config.add(NitroType.RESPONDER_ACTION, "name", name, "type", "respondwith", "target", FORBIDDEN);
                yield name;
            }
            case REDIRECT_TO_URL -> redirect(policy, Expression.literal(spec.redirectUrl()));
            case REDIRECT_PREFIX ->
                redirect(
                        policy,
                        Expression.literal(spec.redirectPrefix())
                                .plus(Expression.trusted("HTTP.REQ.URL.PATH_AND_QUERY")));
        };
    }

    private String redirect(L7Policy policy, Expression target) {
        String name = Names.of(tree.id(), policy.id(), "redirect");
        config.add(
                NitroType.RESPONDER_ACTION,
                "name",
                name,
                "type",
                "redirect",
                "target",
                target,
                "responsestatuscode",
                policy.spec().redirectHttpCode(),
                "bypasssafetycheck",
                "YES");
        return name;
    }
}
