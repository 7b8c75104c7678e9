package io.lbaas.driver.netscaler.config;

import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import java.util.Map;

/** Maps L7 rules to policy expressions. */
final class RuleMapper {
    private static final Map<L7CompareType, String> FUNCTIONS = Map.of(
            L7CompareType.EQUAL_TO, "EQ",
            L7CompareType.STARTS_WITH, "STARTSWITH",
            L7CompareType.ENDS_WITH, "ENDSWITH",
            L7CompareType.CONTAINS, "CONTAINS",
            L7CompareType.REGEX, "REGEX_MATCH");

    private RuleMapper() {}

    static Expression map(L7RuleSpec rule) {
        Expression matches = rule.type() == L7RuleType.SSL_CONN_HAS_CERT
                ? Expression.trusted("CLIENT.SSL.CLIENT_CERT.EXISTS")
                : subject(rule).call(FUNCTIONS.get(rule.compareType()), compared(rule));
        return rule.invert() ? matches.not() : matches;
    }

    private static Expression subject(L7RuleSpec rule) {
        return switch (rule.type()) {
            case HOST_NAME -> Expression.trusted("HTTP.REQ.HEADER(\"Host\").SET_TEXT_MODE(IGNORECASE)");
            case PATH -> Expression.trusted("HTTP.REQ.URL.PATH");
            case FILE_TYPE -> Expression.trusted("HTTP.REQ.URL.SUFFIX");
            case HEADER -> Expression.trusted("HTTP.REQ.HEADER").at(Expression.literal(rule.key()));
            case COOKIE -> Expression.trusted("HTTP.REQ.COOKIE.VALUE").at(Expression.literal(rule.key()));
            case SSL_DN_FIELD ->
                Expression.trusted("CLIENT.SSL.CLIENT_CERT.SUBJECT.VALUE").at(Expression.literal(rule.key()));
            case SSL_CONN_HAS_CERT, SSL_VERIFY_RESULT ->
                throw new IllegalArgumentException(rule.type() + " compares nothing");
        };
    }

    private static Expression compared(L7RuleSpec rule) {
        return rule.compareType() == L7CompareType.REGEX
                ? Expression.regex(rule.text())
                : Expression.literal(rule.text());
    }
}
