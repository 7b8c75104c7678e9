package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.L7Rule;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Renders the L7 policies of a listener as one policy of the device, whose first rule that matches wins. */
final class PolicyRenderer {
    private static final String EVENT = "event";
    private static final String REQUEST = "request";

    private static final Map<L7CompareType, String> OPERANDS = Map.of(
            L7CompareType.EQUAL_TO, "equals",
            L7CompareType.STARTS_WITH, "starts-with",
            L7CompareType.ENDS_WITH, "ends-with",
            L7CompareType.CONTAINS, "contains");

    private static final Map<L7CompareType, String> INVERTED = Map.of(
            L7CompareType.EQUAL_TO, "does-not-equal",
            L7CompareType.STARTS_WITH, "does-not-start-with",
            L7CompareType.ENDS_WITH, "does-not-end-with",
            L7CompareType.CONTAINS, "does-not-contain");

    private PolicyRenderer() {}

    /** Adds the policy where there is any; gives its name. Without a rule in service a policy never matches. */
    static List<String> render(Application application, Listener listener) {
        List<L7Policy> policies = policies(listener)
                .filter(policy -> policy.spec().action() != L7Action.REDIRECT_TO_POOL
                        || application
                                .tree()
                                .pool(policy.spec().redirectPoolId())
                                .isPresent())
                .toList();
        if (policies.isEmpty()) {
            return List.of();
        }
        List<JsonObject> rules =
                new ArrayList<>(policies.stream().map(PolicyRenderer::rule).toList());
        UUID pool = listener.spec().defaultPoolId();
        if (pool != null && application.tree().pool(pool).isPresent()) {
            // A connection keeps the pool of its former request where nothing chooses one.
            rules.add(rule("default", Stream.of(), forward(pool)));
        }
        return List.of(application.add(
                Names.listener(listener.id()) + "_policy",
                Doc.of("Endpoint_Policy").add("strategy", "first-match").add("rules", Doc.array(rules.stream()))));
    }

    /** Whether a policy in service rejects. */
    static boolean rejects(Listener listener) {
        return policies(listener).anyMatch(policy -> policy.spec().action() == L7Action.REJECT);
    }

    private static Stream<L7Policy> policies(Listener listener) {
        return listener.l7Policies().stream()
                .filter(policy ->
                        policy.spec().adminStateUp() && rules(policy).findAny().isPresent());
    }

    private static Stream<L7Rule> rules(L7Policy policy) {
        return policy.rules().stream().filter(rule -> rule.spec().adminStateUp());
    }

    private static JsonObject rule(L7Policy policy) {
        Stream<JsonObject> conditions = rules(policy).map(rule -> condition(rule.spec()));
        return rule(Names.policy(policy.id()), conditions, action(policy.spec()));
    }

    private static JsonObject rule(String name, Stream<JsonObject> conditions, JsonObjectBuilder action) {
        return Doc.object()
                .add("name", name)
                .add("conditions", Doc.array(conditions))
                .add("actions", Doc.array(Stream.of(action.build())))
                .build();
    }

    private static JsonObjectBuilder action(L7PolicySpec spec) {
        return switch (spec.action()) {
            case REDIRECT_TO_POOL -> forward(spec.redirectPoolId());
            case REDIRECT_TO_URL -> redirect(spec.redirectUrl(), spec);
            case REDIRECT_PREFIX -> redirect(Tcl.withUri(spec.redirectPrefix()), spec);
            // A policy can but drop; the listener's rule says 403.
            case REJECT ->
                of("tcl")
                        .add(
                                "setVariable",
                                Doc.object().add("name", ListenerRule.REJECTED).add("expression", "1"));
        };
    }

    private static JsonObjectBuilder redirect(String location, L7PolicySpec spec) {
        return of("httpRedirect").add("location", location).add("code", spec.redirectHttpCode());
    }

    private static JsonObjectBuilder forward(UUID pool) {
        return of("forward").add("select", Doc.object().add("pool", Doc.use(Names.pool(pool))));
    }

    private static JsonObject condition(L7RuleSpec spec) {
        JsonObject comparison = comparison(spec);
        return (switch (spec.type()) {
                    case HOST_NAME -> of("httpHost").add("all", comparison);
                    case PATH -> of("httpUri").add("path", comparison);
                    case FILE_TYPE -> of("httpUri").add("extension", comparison);
                    case HEADER -> of("httpHeader").add("name", spec.key()).add("all", comparison);
                    case COOKIE -> of("httpCookie").add("name", spec.key()).add("all", comparison);
                    case SSL_CONN_HAS_CERT, SSL_VERIFY_RESULT, SSL_DN_FIELD ->
                        throw new IllegalArgumentException("No policy has " + spec.type());
                })
                .build();
    }

    /** Case matters everywhere but in host names. */
    private static JsonObject comparison(L7RuleSpec spec) {
        return Doc.object()
                .add("operand", (spec.invert() ? INVERTED : OPERANDS).get(spec.compareType()))
                .add("values", Doc.strings(Stream.of(spec.text())))
                .add("caseSensitive", spec.type() != L7RuleType.HOST_NAME)
                .build();
    }

    private static JsonObjectBuilder of(String type) {
        return Doc.object().add("type", type).add(EVENT, REQUEST);
    }
}
