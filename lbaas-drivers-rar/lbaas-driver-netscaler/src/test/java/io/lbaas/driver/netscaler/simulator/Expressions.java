package io.lbaas.driver.netscaler.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads policy expressions: terms of calls that {@code &&}, {@code ||} and {@code +} join, with {@code !} and
 * parentheses; arguments are terms, strings, regular expressions or words.
 */
public final class Expressions {
    private static final int MAX_LENGTH = 1499;
    private final String text;
    private final List<String> shape = new ArrayList<>();
    private int position;

    private Expressions(String text) {
        this.text = text;
    }

    static boolean valid(String text) {
        try {
            shape(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The tokens of an expression with every string as {@code STRING} and every regular expression as {@code REGEX}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static List<String> shape(String text) {
        Expressions parser = new Expressions(text);
        if (text.length() > MAX_LENGTH) {
            throw parser.wrong();
        }
        parser.sum();
        if (parser.position != text.length()) {
            throw parser.wrong();
        }
        return parser.shape;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("Expression syntax error at " + position + " of: " + text);
    }

    private void sum() {
        term();
        for (boolean more = true; more; ) {
            more = false;
            for (String operator : List.of("&&", "||", "+")) {
                if (take(operator)) {
                    shape.add(operator);
                    term();
                    more = true;
                }
            }
        }
    }

    private void term() {
        blanks();
        if (take("!")) {
            shape.add("!");
            term();
        } else if (take("(")) {
            shape.add("(");
            sum();
            expect(")");
        } else if (peek('"')) {
            string();
        } else if (text.startsWith("re", position)
                && position + 2 < text.length()
                && !word(text.charAt(position + 2))) {
            regex();
        } else {
            path();
        }
    }

    private void path() {
        int start = position;
        while (position < text.length() && (word(text.charAt(position)) || "./:".indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
        if (start == position) {
            throw wrong();
        }
        shape.add(text.substring(start, position));
        if (peek('(')) {
            take("(");
            shape.add("(");
            do {
                sum();
            } while (take(","));
            expect(")");
            if (peek('.')) {
                path();
            }
        }
    }

    private void string() {
        position++;
        while (position < text.length() && text.charAt(position) != '"') {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        if (position >= text.length()) {
            throw wrong();
        }
        position++;
        shape.add("STRING");
    }

    private void regex() {
        int end = text.indexOf(text.charAt(position + 2), position + 3);
        if (end < 0) {
            throw wrong();
        }
        position = end + 1;
        shape.add("REGEX");
    }

    private static boolean word(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private boolean peek(char character) {
        return position < text.length() && text.charAt(position) == character;
    }

    private boolean take(String token) {
        int before = position;
        blanks();
        if (text.startsWith(token, position)) {
            position += token.length();
            return true;
        }
        position = before;
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw wrong();
        }
        shape.add(token);
    }

    private void blanks() {
        while (peek(' ')) {
            position++;
        }
    }
}
