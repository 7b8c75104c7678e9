package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.spi.IpLiteral;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One word of a directive. Whatever it is made of, HAProxy reads exactly one word with exactly that meaning: no factory
 * method returns one that could end the word, the line or a quotation, or that HAProxy would expand.
 */
public final class Word {
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9_./:@,-]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_]+");
    private static final Pattern PRINTABLE = Pattern.compile("[\\t -~]*");

    private final String text;

    private Word(String text) {
        this.text = text;
    }

    /** A word of our own. */
    static Word literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a plain word: " + text);
        }
        return new Word(text);
    }

    static Word id(UUID id) {
        return new Word(id.toString());
    }

    static Word number(long value) {
        return new Word(Long.toString(value));
    }

    static Word milliseconds(long value) {
        return new Word(value + "ms");
    }

    static Word seconds(long value) {
        return new Word(value + "s");
    }

    static Word address(String literal) {
        return new Word(IpLiteral.parse(literal).getHostAddress());
    }

    /** An address with a port; HAProxy wants brackets around IPv6. */
    static Word endpoint(String literal, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        InetAddress address = IpLiteral.parse(literal);
        String host = address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        return new Word(host + ":" + port);
    }

    /** Any printable ASCII and tabs, taken literally: nothing is special within single quotes, not even a backslash. */
    static Word quoted(String text) {
        if (!PRINTABLE.matcher(text).matches()) {
            throw new IllegalArgumentException("Only printable ASCII can be configured");
        }
        return new Word("'" + text.replace("'", "'\\''") + "'");
    }

    /** A sample fetch with one argument; within its own double quotes an argument has no backslash and no such quote. */
    static Word fetch(String function, String argument) {
        if (argument.indexOf('"') >= 0 || argument.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("Not the argument of a sample fetch");
        }
        return quoted(function + "(\"" + argument + "\")");
    }

    /** The value of a variable that the global section sets. */
    static Word variable(String name) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a variable: " + name);
        }
        return new Word("\"${" + name + "}\"");
    }

    /** Text where HAProxy would expand a log format. */
    static Word format(String text) {
        return quoted(text.replace("%", "%%"));
    }

    /** The opposite of a condition. */
    static Word not(Word condition) {
        return new Word("!" + condition);
    }

    @Override
    public String toString() {
        return text;
    }
}
