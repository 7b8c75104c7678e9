package io.lbaas.driver.haproxy.config;

import java.util.ArrayList;
import java.util.List;

/** Splits a line as HAProxy does: blanks part words, quotes and backslashes protect, a hash ends the line. */
final class Words {
    private Words() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean bare = quote == 0;
            if (bare && c == '#') {
                break;
            } else if (bare && c == ' ') {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if ((c == '\'' && quote != '"') || (c == '"' && quote != '\'')) {
                quote = bare ? c : 0;
            } else if (c == '\\' && quote != '\'') {
                word.append(line.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return quote == 0 ? words : List.of("unbalanced quote");
    }
}
