package io.lbaas.driver.contract.sample;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.L7Rule;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Policies of every action with rules of every kind, as far as a driver can. */
public final class SamplePolicies {
    private static final int STEP = 0x10;
    private static final int MOVED = 307;

    private final Capabilities.L7 can;
    private String header = "X-Test";
    private String cookie = "X-Test";
    private String value = "\"a b\"";
    private String regex = "^/(a|b)$";
    private String url = "http://www.example.com/%20a";
    private String prefix = "https://www.example.com";

    SamplePolicies(Capabilities.L7 can) {
        this.can = can;
    }

    public SamplePolicies header(String name) {
        header = name;
        return this;
    }

    public SamplePolicies cookie(String name) {
        cookie = name;
        return this;
    }

    /** What a header is compared with. */
    public SamplePolicies value(String text) {
        value = text;
        return this;
    }

    public SamplePolicies regex(String expression) {
        regex = expression;
        return this;
    }

    public SamplePolicies url(String text) {
        url = text;
        return this;
    }

    public SamplePolicies prefix(String text) {
        prefix = text;
        return this;
    }

    List<L7Policy> build() {
        List<L7Policy> policies = new ArrayList<>();
        add(policies, L7Action.REDIRECT_TO_POOL, rule(L7RuleType.HEADER, L7CompareType.EQUAL_TO, header, value));
        add(
                policies,
                L7Action.REDIRECT_TO_URL,
                new L7RuleSpec(L7RuleType.PATH, L7CompareType.REGEX, null, regex, true, true),
                rule(L7RuleType.PATH, L7CompareType.STARTS_WITH, null, "/a"),
                rule(L7RuleType.COOKIE, L7CompareType.CONTAINS, cookie, "c=d"),
                rule(L7RuleType.HEADER, L7CompareType.ENDS_WITH, header, "a,b"));
        add(
                policies,
                L7Action.REDIRECT_PREFIX,
                rule(L7RuleType.HOST_NAME, L7CompareType.STARTS_WITH, null, "www."),
                rule(L7RuleType.FILE_TYPE, L7CompareType.EQUAL_TO, null, "jpg"),
                new L7RuleSpec(L7RuleType.PATH, L7CompareType.EQUAL_TO, null, "/off", false, false));
        add(
                policies,
                L7Action.REJECT,
                new L7RuleSpec(L7RuleType.SSL_CONN_HAS_CERT, L7CompareType.EQUAL_TO, null, "true", true, true),
                rule(L7RuleType.SSL_VERIFY_RESULT, L7CompareType.EQUAL_TO, null, "0"),
                rule(L7RuleType.SSL_DN_FIELD, L7CompareType.REGEX, "CN", regex));
        add(policies, L7Action.REJECT);
        return policies;
    }

    private static L7RuleSpec rule(L7RuleType type, L7CompareType compareType, String key, String text) {
        return new L7RuleSpec(type, compareType, key, text, false, true);
    }

    private void add(List<L7Policy> policies, L7Action action, L7RuleSpec... rules) {
        if (!can.actions().contains(action)) {
            return;
        }
        int number = STEP * (policies.size() + 1);
        boolean redirects = action == L7Action.REDIRECT_TO_URL || action == L7Action.REDIRECT_PREFIX;
        L7PolicySpec spec = new L7PolicySpec(
                action,
                action == L7Action.REDIRECT_TO_POOL ? SampleTree.POOL_OF_POLICY : null,
                action == L7Action.REDIRECT_TO_URL ? url : null,
                action == L7Action.REDIRECT_PREFIX ? prefix : null,
                redirects ? MOVED : null,
                number,
                true);
        List<L7Rule> tests = new ArrayList<>();
        Stream.of(rules)
                .filter(rule -> can.ruleTypes().contains(rule.type())
                        && can.compareTypes().contains(rule.compareType()))
                .forEach(rule -> tests.add(new L7Rule(SampleTree.id(number + tests.size() + 1), rule)));
        policies.add(new L7Policy(SampleTree.id(number), spec, tests));
    }
}
