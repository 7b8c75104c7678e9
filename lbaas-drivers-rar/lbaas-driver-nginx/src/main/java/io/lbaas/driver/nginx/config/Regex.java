package io.lbaas.driver.nginx.config;

import java.util.regex.Pattern;

/** A regular expression as nginx's maps take it. */
final class Regex {
    /** Such a group would set a variable of nginx, one of ours among them. */
    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?(P?<(?![=!])|')");

    private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9]");

    /** So that no expression of a tenant's keeps a worker busy: what takes longer does not match. */
    private static final String LIMIT = "(*LIMIT_MATCH=100000)";

    private final String text;

    private Regex(String text) {
        this.text = text;
    }

    /** A case-sensitive expression of our own, or one made of {@link #literal} parts. */
    static Regex of(String expression) {
        return new Regex("~" + expression);
    }

    /**
     * An expression of a tenant's.
     *
     * @throws IllegalArgumentException where it names a group
     */
    static Regex foreign(String expression, boolean caseMatters) {
        if (NAMED_GROUP.matcher(expression).find()) {
            throw new IllegalArgumentException("Groups cannot have names");
        }
        return new Regex((caseMatters ? "~" : "~*") + LIMIT + expression);
    }

    Regex ignoringCase() {
        return new Regex("~*" + text.substring(1));
    }

    /** An expression that matches exactly this text. */
    static String literal(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    @Override
    public String toString() {
        return text;
    }
}
