package io.lbaas.driver.nginx.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits configuration into directives as nginx does: a semicolon or a brace ends one, blanks part words, quotes and
 * backslashes protect, a hash before a word begins a comment.
 */
final class Directives {
    private final String text;
    private final List<List<String>> directives = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private int at;

    private Directives(String text) {
        this.text = text;
    }

    /** Each directive's words; a block's end is a directive of its own. */
    static List<List<String>> of(String text) {
        Directives reader = new Directives(text);
        while (reader.at < text.length()) {
            reader.next();
        }
        if (!reader.words.isEmpty()) {
            throw new IllegalStateException("Not ended: " + reader.words);
        }
        return reader.directives;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '#') {
            at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        } else if (c == ';' || c == '{') {
            words.add(String.valueOf(c));
            end();
        } else if (c == '}') {
            words.add("}");
            end();
        } else if (Character.isWhitespace(c)) {
            at++;
        } else {
            words.add(c == '"' || c == '\'' ? quoted(c) : bare());
        }
    }

    private void end() {
        directives.add(words);
        words = new ArrayList<>();
        at++;
    }

    private String quoted(char quote) {
        StringBuilder word = new StringBuilder();
        for (at++; text.charAt(at) != quote; at++) {
            word.append(escaped());
        }
        at++;
        if (" \n;{)".indexOf(text.charAt(at)) < 0) {
            throw new IllegalStateException("Behind a quotation: " + text.substring(at));
        }
        return word.toString();
    }

    private String bare() {
        StringBuilder word = new StringBuilder();
        while (" \t\n;{".indexOf(text.charAt(at)) < 0) {
            word.append(escaped());
            at++;
        }
        return word.toString();
    }

    private String escaped() {
        if (text.charAt(at) == '\\' && "\"'\\".indexOf(text.charAt(at + 1)) >= 0) {
            at++;
        }
        return String.valueOf(text.charAt(at));
    }
}
