package io.lbaas.driver.bigip.declaration;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import java.util.List;

/** Finds what of an L7 policy cannot be rendered. */
final class L7Check {
    private static final Capabilities.L7 CAN = Support.CAPABILITIES.l7();
    private static final List<Integer> HTTP_CODES = List.of(301, 302, 303, 307, 308);

    private L7Check() {}

    static void policy(Rules rules, Listener listener, L7PolicySpec spec) {
        rules.holds(
                CAN.listenerProtocols().contains(listener.spec().protocol()),
                "A " + listener.spec().protocol() + " listener cannot have L7 policies");
        rules.supported(CAN.actions(), spec.action());
        if (spec.action() == L7Action.REDIRECT_TO_URL) {
            redirection(rules, spec.redirectUrl(), spec.redirectHttpCode());
        } else if (spec.action() == L7Action.REDIRECT_PREFIX) {
            redirection(rules, spec.redirectPrefix(), spec.redirectHttpCode());
            rules.holds(Tcl.harmless(spec.redirectPrefix()), "A prefix with any of # $ ; [ ] is not supported");
        }
    }

    private static void redirection(Rules rules, String url, Integer code) {
        rules.matches("Redirection", L7PolicySpec.URL, url);
        rules.holds(code != null && HTTP_CODES.contains(code), "This HTTP code is not supported");
    }

    static void rule(Rules rules, L7RuleSpec spec) {
        rules.supported(CAN.ruleTypes(), spec.type());
        rules.supported(CAN.compareTypes(), spec.compareType());
        rules.supported(spec.type().compareTypes(), spec.compareType());
        if (spec.type() == L7RuleType.HEADER || spec.type() == L7RuleType.COOKIE) {
            rules.matches("Key", L7RuleSpec.TOKEN, spec.key());
            rules.holds(PolicyText.literal(spec.key()), "This key is not supported");
        }
        rules.holds(PolicyText.literal(spec.text()), "This value is not supported");
    }
}
