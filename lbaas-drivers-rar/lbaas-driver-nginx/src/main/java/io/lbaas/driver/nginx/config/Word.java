package io.lbaas.driver.nginx.config;

import io.lbaas.driver.spi.IpLiteral;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One word of a directive. Whatever it is made of, nginx reads exactly one word with exactly that meaning: no factory
 * method returns one that could end the word or the directive, or in which nginx would expand a variable that is not
 * ours.
 */
public final class Word {
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9_./:@=+!*-]+");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
    private static final Pattern PRINTABLE = Pattern.compile("[\\t -~]*");

    /** Part of a word that adds nothing to it. */
    static final Word NOTHING = new Word("");

    /** A dollar sign cannot be escaped; this variable, which {@link MainConfig} defines, holds one. */
    private static final String DOLLAR = "${lbaas_dollar}";

    /** nginx has no endless timeout; this is the longest that the API knows. */
    private static final String FOREVER = "24d";

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

    /** A timeout; 0 stands for none. */
    static Word milliseconds(long value) {
        return new Word(value == 0 ? FOREVER : value + "ms");
    }

    static Word kilobytes(long value) {
        return new Word(value + "k");
    }

    static Word cidr(String text) {
        IpLiteral.Network network = IpLiteral.network(text);
        return new Word(IpLiteral.text(network.address()) + "/" + network.length());
    }

    /** An address with a port; nginx wants brackets around IPv6. */
    static Word endpoint(String literal, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        InetAddress address = IpLiteral.parse(literal);
        String text = IpLiteral.text(address);
        String host = address instanceof Inet6Address ? "[" + text + "]" : text;
        return new Word(host + ":" + port);
    }

    /** {@code name=value}. */
    static Word parameter(String name, Word value) {
        return new Word(literal(name) + "=" + value);
    }

    /** Parts of one word, for example {@code zone=name:32k}. */
    static Word joined(Word... parts) {
        StringBuilder text = new StringBuilder();
        for (Word part : parts) {
            text.append(part);
        }
        return new Word(text.toString());
    }

    /** Any printable ASCII and tabs, taken literally where nginx expands no variables. */
    static Word quoted(String text) {
        return new Word("\"" + escaped(text) + "\"");
    }

    /** Any printable ASCII and tabs, taken literally where nginx expands variables. */
    static Word text(String text) {
        return new Word("\"" + escaped(text).replace("$", DOLLAR) + "\"");
    }

    /** As {@link #text}, with the value of a variable behind it. */
    static Word text(String text, String variable) {
        return new Word("\"" + escaped(text).replace("$", DOLLAR) + variable(variable) + "\"");
    }

    /** Text of our own in which nginx expands variables. */
    static Word template(String ours) {
        return new Word("\"" + ours + "\"");
    }

    static Word variable(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a variable: " + name);
        }
        return new Word("$" + name);
    }

    /** What an {@code if} asks for. */
    static Word condition(String variable, Word value) {
        return new Word("(" + variable(variable) + " = " + value + ")");
    }

    /** The value of one variable after the other. */
    static Word variables(List<String> names) {
        return new Word(names.stream().map(name -> variable(name).toString()).collect(Collectors.joining()));
    }

    /** What a map compares with. */
    static Word pattern(Regex regex) {
        return quoted(regex.toString());
    }

    private static String escaped(String text) {
        if (!PRINTABLE.matcher(text).matches()) {
            throw new IllegalArgumentException("Only printable ASCII can be configured");
        }
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        return text;
    }
}
