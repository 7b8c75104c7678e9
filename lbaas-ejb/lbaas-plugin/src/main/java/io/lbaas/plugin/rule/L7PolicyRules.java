package io.lbaas.plugin.rule;

import io.lbaas.model.L7Action;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.plugin.api.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Combinations of an L7 policy's action with where it redirects to. */
public final class L7PolicyRules {

    private static final int FOUND = 302;
    private static final List<Integer> HTTP_CODES = List.of(301, 302, 303, 307, 308);
    private static final Set<L7Action> TO_CLIENT = EnumSet.of(L7Action.REDIRECT_TO_URL, L7Action.REDIRECT_PREFIX);

    /** Where an action sends requests to, and what is said where that is missing. */
    private record Target(L7Action action, Function<L7PolicySpec, Object> value, String missing) {}

    private static final List<Target> TARGETS = List.of(
            new Target(
                    L7Action.REDIRECT_TO_POOL,
                    L7PolicySpec::redirectPoolId,
                    "redirect_pool_id or redirect_pool must not be None"),
            new Target(L7Action.REDIRECT_TO_URL, L7PolicySpec::redirectUrl, "redirect_url must not be None"),
            new Target(L7Action.REDIRECT_PREFIX, L7PolicySpec::redirectPrefix, "redirect_prefix must not be None"));

    private L7PolicyRules() {}

    /**
     * Returns the policy with the action that its new target implies, and without the targets of other actions.
     *
     * @param before the policy before the change, null for a new one
     * @throws Fault INVALID
     */
    public static L7PolicySpec check(L7PolicySpec asked, L7PolicySpec before) {
        boolean chosen = before == null || asked.action() != before.action();
        List<Target> given =
                TARGETS.stream().filter(target -> given(target, asked, before)).toList();
        if (chosen && asked.action() == L7Action.REJECT) {
            return asked.withAction(L7Action.REJECT, null);
        }
        if (given.size() > 1) {
            throw invalid("Cannot specify redirect_pool_id and redirect_url or redirect_prefix at the same time");
        }
        L7Action action =
                chosen || given.isEmpty() ? asked.action() : given.get(0).action();
        TARGETS.stream()
                .filter(target -> target.action() == action && target.value().apply(asked) == null)
                .forEach(target -> {
                    throw invalid(target.missing());
                });
        return asked.withAction(action, TO_CLIENT.contains(action) ? httpCode(asked) : null);
    }

    private static boolean given(Target target, L7PolicySpec asked, L7PolicySpec before) {
        Object value = target.value().apply(asked);
        return value != null && (before == null || !value.equals(target.value().apply(before)));
    }

    private static int httpCode(L7PolicySpec asked) {
        if (asked.redirectHttpCode() == null) {
            return FOUND;
        }
        if (!HTTP_CODES.contains(asked.redirectHttpCode())) {
            String codes = HTTP_CODES.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw Fault.invalidField(
                    "redirect_http_code", asked.redirectHttpCode(), "Value should be one of: " + codes);
        }
        return asked.redirectHttpCode();
    }

    private static Fault invalid(String detail) {
        return Fault.invalid("Invalid L7 Policy arguments: " + detail);
    }
}
