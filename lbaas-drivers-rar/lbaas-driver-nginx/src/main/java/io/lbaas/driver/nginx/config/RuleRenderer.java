package io.lbaas.driver.nginx.config;

import io.lbaas.model.DesiredLoadBalancer.L7Rule;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleSpec;
import java.util.List;
import java.util.Locale;

/** Renders an L7 rule as a map from what it looks at to whether it matches. */
final class RuleRenderer {
    private static final String BLANKS = "[ \\t]*";
    /** A part of a name as RFC 2253 writes it: what is special is escaped. */
    private static final String ATTRIBUTE = "(?:[^,+\\\\]|\\\\.)*";

    private static final Word FIRST_GROUP = Word.template("$1");

    private RuleRenderer() {}

    /** The variable that is 1 where a rule matches, and 0 elsewhere. */
    static String matches(L7Rule rule) {
        return Names.variable("rule", rule.id());
    }

    static void map(ConfigWriter.Block top, L7Rule rule) {
        L7RuleSpec spec = rule.spec();
        String source = source(top, rule);
        Word match = Word.number(spec.invert() ? 0 : 1);
        Word otherwise = Word.number(spec.invert() ? 1 : 0);
        top.block("map", List.of(Word.variable(source), Word.variable(matches(rule))), map -> {
            map.add("default", otherwise);
            // What is not there matches nothing.
            map.entry(Word.quoted(""), otherwise);
            map.entry(Word.pattern(pattern(spec)), match);
        });
    }

    /** The variable that a rule looks at; where nginx has none, one is made. */
    private static String source(ConfigWriter.Block top, L7Rule rule) {
        L7RuleSpec spec = rule.spec();
        return switch (spec.type()) {
            case HOST_NAME -> "http_host";
            case PATH -> "lbaas_path";
            case FILE_TYPE -> "lbaas_file_type";
            case HEADER -> "http_" + spec.key().toLowerCase(Locale.ROOT).replace('-', '_');
            case COOKIE ->
                extracted(top, rule, "http_cookie", "(?:^|;)" + BLANKS + Regex.literal(spec.key()) + "=([^;]*)");
            case SSL_CONN_HAS_CERT -> "lbaas_client_has_cert";
            case SSL_VERIFY_RESULT -> "lbaas_client_verify";
            case SSL_DN_FIELD ->
                extracted(
                        top,
                        rule,
                        "ssl_client_s_dn",
                        "^(?:" + ATTRIBUTE + "[,+])*" + Regex.literal(spec.key()) + "=(" + ATTRIBUTE + ")");
        };
    }

    private static String extracted(ConfigWriter.Block top, L7Rule rule, String whole, String expression) {
        String part = Names.variable("part", rule.id());
        top.block("map", List.of(Word.variable(whole), Word.variable(part)), map -> {
            map.add("default", Word.text(""));
            map.entry(Word.pattern(Regex.of(expression)), FIRST_GROUP);
        });
        return part;
    }

    private static Regex pattern(L7RuleSpec spec) {
        return switch (spec.type()) {
            case SSL_CONN_HAS_CERT -> Regex.of("^1\\z");
            case SSL_VERIFY_RESULT -> Regex.of("^" + Integer.parseInt(spec.value()) + "\\z");
            case HOST_NAME ->
                spec.compareType() == L7CompareType.REGEX
                        ? Regex.foreign(spec.text(), false)
                        : compare(spec, "^", "\\z").ignoringCase();
            // A header is a list, unless the rule speaks of the whole of it.
            case HEADER ->
                spec.text().contains(",")
                        ? compare(spec, "^", "\\z")
                        : compare(spec, "(?:^|,)" + BLANKS, BLANKS + "(?:,|\\z)");
            default -> compare(spec, "^", "\\z");
        };
    }

    private static Regex compare(L7RuleSpec spec, String begin, String end) {
        String text = Regex.literal(spec.text());
        return switch (spec.compareType()) {
            case EQUAL_TO -> Regex.of(begin + text + end);
            case STARTS_WITH -> Regex.of(begin + text);
            case ENDS_WITH -> Regex.of(text + end);
            case CONTAINS -> Regex.of(text);
            case REGEX -> Regex.foreign(spec.text(), true);
        };
    }
}
