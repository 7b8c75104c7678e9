package io.lbaas.driver.bigip.declaration;

import jakarta.json.JsonObjectBuilder;
import java.util.regex.Pattern;

/** Writes Tcl, in which the device runs what is not quoted. */
final class Tcl {
    /** In front of a value of a policy it says that the rest is Tcl. */
    private static final String EVALUATED = "tcl:";

    /** What has no meaning to Tcl, wherever it stands in a word. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.,:/?=&%+~*!@'()-]+");

    private static final int PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private Tcl() {}

    /** An iRule as an object of AS3, which is not to expand anything in it. */
    static JsonObjectBuilder rule(String text) {
        return Doc.of("iRule").add("expand", false).add("iRule", text);
    }

    /**
     * A word that is that text.
     *
     * @throws IllegalArgumentException where the text is not printable ASCII without blanks
     */
    static String word(String text) {
        StringBuilder word = new StringBuilder();
        text.chars().forEach(character -> {
            if (character <= PRINTABLE || character >= DELETE) {
                throw new IllegalArgumentException("Not printable ASCII without blanks");
            }
            String letter = Character.toString(character);
            word.append(HARMLESS.matcher(letter).matches() ? letter : "\\" + letter);
        });
        return word.toString();
    }

    /** Whether a text has nothing with a meaning to Tcl. */
    static boolean harmless(String text) {
        return text != null && HARMLESS.matcher(text).matches();
    }

    /**
     * A text of a policy with the path and query of the request behind it. AS3 escapes it once more, by which a
     * backslash would lose its meaning.
     *
     * @throws IllegalArgumentException where the text is not harmless
     */
    static String withUri(String prefix) {
        if (!harmless(prefix)) {
            throw new IllegalArgumentException("Not harmless in Tcl");
        }
        return EVALUATED + prefix + "[HTTP::uri]";
    }

    /** Sends clients to the member whose answer had the same cookie. */
    static String followCookie(String name, int seconds) {
        String cookie = "[HTTP::cookie value " + word(name) + "]";
        return """
                when HTTP_REQUEST {
                    if { [HTTP::cookie exists %1$s] } {
                        persist uie %2$s %3$d
                    }
                }
                when HTTP_RESPONSE {
                    if { [HTTP::cookie exists %1$s] } {
                        persist add uie %2$s %3$d
                    }
                }
                """
                .formatted(word(name), cookie, seconds);
    }
}
