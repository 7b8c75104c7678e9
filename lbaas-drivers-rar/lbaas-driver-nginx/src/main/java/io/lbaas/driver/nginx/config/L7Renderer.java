package io.lbaas.driver.nginx.config;

import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.L7Rule;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.List;

/**
 * Renders the L7 policies of a listener so that the first one that matches wins, whatever its action. nginx evaluates
 * maps when they are asked for: one for each rule, one for each policy, which matches when all its rules do, and one for
 * the listener, which names the first policy that matches. The server asks for that name, and for nothing else.
 */
final class L7Renderer {
    private static final Word NO = Word.number(0);
    private static final Word YES = Word.number(1);

    private final Listener listener;
    private final List<Pool> pools;
    private final List<L7Policy> policies;

    /** The policies that are in service; without a rule in service a policy never matches. */
    L7Renderer(Listener listener, List<Pool> pools) {
        this.listener = listener;
        this.pools = pools;
        policies = listener.l7Policies().stream()
                .filter(policy -> policy.spec().adminStateUp() && !rules(policy).isEmpty())
                .filter(policy -> policy.spec().action() != L7Action.REDIRECT_TO_POOL
                        || pools.stream()
                                .anyMatch(pool -> pool.id().equals(policy.spec().redirectPoolId())))
                .toList();
    }

    /** The pools that policies redirect to. */
    List<Pool> pools() {
        return pools.stream()
                .filter(pool -> policies.stream()
                        .anyMatch(policy -> pool.id().equals(policy.spec().redirectPoolId())))
                .toList();
    }

    /** What stands outside of servers. */
    void maps(ConfigWriter.Block top) {
        if (policies.isEmpty()) {
            return;
        }
        policies.forEach(policy -> maps(top, policy));
        List<String> matches = policies.stream().map(L7Renderer::matches).toList();
        top.block("map", List.of(Word.variables(matches), Word.variable(chosen())), map -> {
            map.add("default", Word.text(""));
            for (int before = 0; before < policies.size(); before++) {
                map.entry(
                        Word.pattern(Regex.of("^0{" + before + "}1")),
                        Word.id(policies.get(before).id()));
            }
        });
    }

    private static void maps(ConfigWriter.Block top, L7Policy policy) {
        rules(policy).forEach(rule -> RuleRenderer.map(top.of(new ObjectRef(ObjectType.L7_RULE, rule.id())), rule));
        List<String> rules = rules(policy).stream().map(RuleRenderer::matches).toList();
        ConfigWriter.Block block = top.of(new ObjectRef(ObjectType.L7_POLICY, policy.id()));
        block.block("map", List.of(Word.variables(rules), Word.variable(matches(policy))), map -> {
            map.add("default", NO);
            map.entry(Word.pattern(Regex.of("^1+\\z")), YES);
        });
    }

    /** What the server does. */
    void decide(ConfigWriter.Block server) {
        for (L7Policy policy : policies) {
            server.of(new ObjectRef(ObjectType.L7_POLICY, policy.id()))
                    .block(
                            "if",
                            List.of(Word.condition(chosen(), Word.id(policy.id()))),
                            then -> act(then, policy.spec()));
        }
    }

    /**
     * Where a policy chooses a pool, the request goes to the location of its name, which no request can name: those
     * begin with a slash.
     */
    private void act(ConfigWriter.Block then, L7PolicySpec spec) {
        switch (spec.action()) {
            case REJECT -> then.add("return", Word.number(403));
            case REDIRECT_TO_URL ->
                then.add("return", Word.number(spec.redirectHttpCode()), Word.text(spec.redirectUrl()));
            case REDIRECT_PREFIX ->
                then.add(
                        "return",
                        Word.number(spec.redirectHttpCode()),
                        Word.text(spec.redirectPrefix(), "request_uri"));
            case REDIRECT_TO_POOL ->
                pools.stream()
                        .filter(pool -> pool.id().equals(spec.redirectPoolId()))
                        .forEach(pool -> then.add(
                                "rewrite", Word.quoted("^"), UpstreamRenderer.name(pool), Word.literal("last")));
        }
    }

    private String chosen() {
        return Names.variable("chosen", listener.id());
    }

    private static String matches(L7Policy policy) {
        return Names.variable("policy", policy.id());
    }

    private static List<L7Rule> rules(L7Policy policy) {
        return policy.rules().stream()
                .filter(rule -> rule.spec().adminStateUp())
                .toList();
    }
}
