package io.lbaas.plugin.rule;

import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.plugin.api.Fault;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Combinations of an L7 rule's fields. */
public final class L7RuleRules {

    /**
     * The form of the fields of a rule about a request.
     *
     * @param key null where a key means nothing
     */
    private record Grammar(String key, String valueName, String value) {}

    private static final Grammar UNNAMED = new Grammar(null, "comparison value", L7RuleSpec.HEADER_VALUE);

    private static final Map<L7RuleType, Grammar> OF_REQUESTS = Map.of(
            L7RuleType.HOST_NAME, UNNAMED,
            L7RuleType.PATH, UNNAMED,
            L7RuleType.FILE_TYPE, UNNAMED,
            L7RuleType.HEADER, new Grammar(L7RuleSpec.TOKEN, "header value", L7RuleSpec.HEADER_VALUE),
            L7RuleType.COOKIE, new Grammar(L7RuleSpec.TOKEN, "cookie value", L7RuleSpec.COOKIE_VALUE));

    private L7RuleRules() {}

    /**
     * Returns the rule where it is valid.
     *
     * @throws Fault INVALID
     */
    public static L7RuleSpec check(L7RuleSpec rule) {
        holds(!rule.value().isEmpty(), "Invalid L7 Rule: L7 rule type requires a value");
        if (rule.compareType() == L7CompareType.REGEX) {
            checkRegex(rule.value());
        }
        Grammar grammar = OF_REQUESTS.get(rule.type());
        if (grammar == null) {
            checkCertificate(rule);
        } else {
            checkRequest(rule, grammar);
        }
        return rule;
    }

    private static void checkRequest(L7RuleSpec rule, Grammar grammar) {
        if (grammar.key() != null) {
            holds(hasKey(rule), "Invalid L7 Rule: L7 rule type requires a key");
            holds(rule.key().matches(grammar.key()), "Invalid characters in key");
        }
        holds(
                rule.type().compareTypes().contains(rule.compareType()),
                "Invalid L7 Rule: invalid comparison type for rule type");
        holds(
                rule.compareType() == L7CompareType.REGEX || rule.value().matches(grammar.value()),
                "Invalid characters in " + grammar.valueName());
    }

    private static void checkCertificate(L7RuleSpec rule) {
        String subject = "Invalid L7 Rule: L7rule type " + rule.type();
        switch (rule.type()) {
            case SSL_DN_FIELD -> {
                holds(hasKey(rule), subject + " needs to specify a key and a value.");
                holds(
                        rule.key().matches(L7RuleSpec.DN_FIELD),
                        "Invalid L7 Rule: Invalid L7rule distinguished name field.");
            }
            case SSL_CONN_HAS_CERT -> {
                holds(!hasKey(rule), subject + " does not use the \"key\" field.");
                holds(
                        rule.value().equalsIgnoreCase("true"),
                        "Invalid L7 Rule: L7rule value " + rule.value() + " is not a boolean True string.");
            }
            default -> {
                holds(!hasKey(rule), subject + " does not use the \"key\" field.");
                holds(rule.value().matches("\\d+"), subject + " needs a int value, which is >= 0");
            }
        }
        holds(
                rule.type().compareTypes().contains(rule.compareType()),
                subject + " only supports the EQUAL_TO compare type.");
    }

    private static boolean hasKey(L7RuleSpec rule) {
        return rule.key() != null && !rule.key().isEmpty();
    }

    private static void checkRegex(String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            Fault fault = invalid(
                    "Unable to parse regular expression: " + e.getDescription() + " at position " + e.getIndex());
            fault.initCause(e);
            throw fault;
        }
    }

    private static void holds(boolean condition, String otherwise) {
        if (!condition) {
            throw invalid(otherwise);
        }
    }

    private static Fault invalid(String problem) {
        return Fault.invalid("Error parsing L7Rule: " + problem);
    }
}
