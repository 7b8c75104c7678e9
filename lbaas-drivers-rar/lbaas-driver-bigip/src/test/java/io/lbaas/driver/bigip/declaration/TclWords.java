package io.lbaas.driver.bigip.declaration;

import java.util.ArrayList;
import java.util.List;

/** Reads a line of Tcl as far as its words: what is not escaped keeps its meaning. */
final class TclWords {
    private TclWords() {}

    /**
     * The words of a line, without their escapes.
     *
     * @throws IllegalArgumentException where a word would be substituted or quoted
     */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\') {
                i++;
                word.append(line.charAt(i));
            } else if (character == ' ') {
                words.add(word.toString());
                word.setLength(0);
            } else if ("[]{}$\";\n\t#".indexOf(character) >= 0) {
                throw new IllegalArgumentException("Not a plain word: " + character);
            } else {
                word.append(character);
            }
        }
        words.add(word.toString());
        return words;
    }
}
