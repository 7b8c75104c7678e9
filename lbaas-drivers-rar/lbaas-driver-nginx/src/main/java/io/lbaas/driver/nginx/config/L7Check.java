package io.lbaas.driver.nginx.config;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import java.util.List;

/** Finds what of an L7 policy cannot be rendered. */
final class L7Check {
    private static final List<Integer> HTTP_CODES = List.of(301, 302, 303, 307, 308);

    /** nginx has a variable for each header; an underscore in its name would stand for a hyphen as well. */
    private static final String HEADER = "[A-Za-z0-9-]+";

    private L7Check() {}

    static void policy(Rules rules, DesiredLoadBalancer tree, Listener listener, L7Policy policy) {
        L7PolicySpec spec = policy.spec();
        rules.holds(
                Support.CAPABILITIES
                        .l7()
                        .listenerProtocols()
                        .contains(listener.spec().protocol()),
                "A " + listener.spec().protocol() + " listener cannot have L7 policies");
        rules.supported(Support.CAPABILITIES.l7().actions(), spec.action());
        switch (spec.action()) {
            case REJECT -> {
                // Needs nothing else.
            }
            case REDIRECT_TO_POOL -> rules.uses(tree, listener, spec.redirectPoolId());
            case REDIRECT_TO_URL -> redirection(rules, spec, spec.redirectUrl());
            case REDIRECT_PREFIX -> redirection(rules, spec, spec.redirectPrefix());
        }
    }

    private static void redirection(Rules rules, L7PolicySpec spec, String url) {
        rules.matches("Redirection", L7PolicySpec.URL, url);
        Integer code = spec.redirectHttpCode();
        rules.holds(code != null && HTTP_CODES.contains(code), "This HTTP code is not supported");
    }

    static void rule(Rules rules, L7RuleSpec spec) {
        rules.supported(Support.CAPABILITIES.l7().ruleTypes(), spec.type());
        rules.supported(Support.CAPABILITIES.l7().compareTypes(), spec.compareType());
        rules.supported(spec.type().compareTypes(), spec.compareType());
        rules.holds(!spec.text().isEmpty(), "An empty value is not supported");
        switch (spec.type()) {
            case HEADER -> {
                rules.matches("Key", L7RuleSpec.TOKEN, spec.key());
                rules.holds(
                        spec.key() != null && spec.key().matches(HEADER),
                        "nginx knows headers with letters, digits and hyphens in their names only");
            }
            case COOKIE -> rules.matches("Key", L7RuleSpec.TOKEN, spec.key());
            case SSL_DN_FIELD -> rules.matches("Key", L7RuleSpec.DN_FIELD, spec.key());
            case SSL_VERIFY_RESULT -> rules.matches("Value", "\\d{1,9}", spec.value());
            default -> {
                // Has no key.
            }
        }
        rules.fits("Value", () -> Word.quoted(spec.text()));
        if (spec.compareType() == L7CompareType.REGEX) {
            rules.fits("Value", () -> Regex.foreign(spec.text(), true));
        }
    }
}
