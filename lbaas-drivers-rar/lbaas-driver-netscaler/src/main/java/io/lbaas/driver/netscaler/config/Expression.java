package io.lbaas.driver.netscaler.config;

import java.util.List;
import java.util.stream.Collectors;

/** A policy expression. Text of users gets into one only as a literal or a regular expression, which quote it. */
final class Expression {
    /** The longest that NetScaler takes. */
    static final int MAX_LENGTH = 1499;

    static final Expression TRUE = trusted("true");
    static final Expression FALSE = trusted("false");

    /** What may stand around a regular expression; each is as good as the others. */
    private static final String DELIMITERS = "/#~%!@,;:=&`'\"<>";

    private final String text;

    private Expression(String text) {
        this.text = text;
    }

    /** Text of ours. */
    static Expression trusted(String text) {
        return new Expression(text);
    }

    /**
     * A string.
     *
     * @throws IllegalArgumentException where it has other than printable ASCII and tabs
     */
    static Expression literal(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append((char) printable(character));
            }
        });
        return new Expression(quoted.append('"').toString());
    }

    /**
     * A regular expression.
     *
     * @throws IllegalArgumentException where it has other than printable ASCII, or every character that could delimit it
     */
    static Expression regex(String pattern) {
        pattern.chars().forEach(Expression::printable);
        String delimiter = DELIMITERS
                .chars()
                .filter(each -> pattern.indexOf(each) < 0)
                .mapToObj(Character::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no character is left to delimit the expression"));
        return new Expression("re" + delimiter + pattern + delimiter);
    }

    private static int printable(int character) {
        if (character < ' ' || character > '~') {
            throw new IllegalArgumentException("only printable ASCII is supported");
        }
        return character;
    }

    /** A function of what this finds. */
    Expression call(String function, Expression... arguments) {
        String all = List.of(arguments).stream().map(Expression::toString).collect(Collectors.joining(", "));
        return new Expression(text + "." + function + "(" + all + ")");
    }

    /** What this finds under a name. */
    Expression at(Expression name) {
        return new Expression(text + "(" + name + ")");
    }

    Expression property(String property) {
        return new Expression(text + "." + property);
    }

    Expression plus(Expression other) {
        return new Expression(text + " + " + other.text);
    }

    Expression not() {
        return new Expression("!(" + text + ")");
    }

    static Expression all(List<Expression> terms) {
        return joined(terms, " && ", TRUE);
    }

    static Expression any(List<Expression> terms) {
        return joined(terms, " || ", FALSE);
    }

    private static Expression joined(List<Expression> terms, String operator, Expression none) {
        return terms.isEmpty()
                ? none
                : new Expression(terms.stream().map(Expression::toString).collect(Collectors.joining(operator)));
    }

    /** The same, where NetScaler takes it. */
    Expression checked() {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("it makes an expression of more than " + MAX_LENGTH + " characters");
        }
        return this;
    }

    @Override
    public String toString() {
        return text;
    }
}
