package io.lbaas.driver.nginx.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IP literals strictly: a name is never looked up. */
final class Address {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern CIDR = Pattern.compile("([^/]+)/(\\d{1,3})");
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)");
    private static final int BITS_PER_BYTE = 8;

    private Address() {}

    /**
     * The address of a literal.
     *
     * @throws IllegalArgumentException where the text is none
     */
    static InetAddress parse(String literal) {
        if (literal == null
                || !(IPV4.matcher(literal).matches() || IPV6.matcher(literal).matches())) {
            throw new IllegalArgumentException("Not an IP address");
        }
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an IP address", e);
        }
    }

    /** The network in canonical spelling, {@code address/length}. */
    static String cidr(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a CIDR");
        }
        InetAddress network = parse(matcher.group(1));
        int length = Integer.parseInt(matcher.group(2));
        if (length > network.getAddress().length * BITS_PER_BYTE) {
            throw new IllegalArgumentException("Not a CIDR");
        }
        return text(network) + "/" + length;
    }

    /** An address as nginx and its host write it: the longest run of zeros is left out (RFC 5952). */
    static String text(InetAddress address) {
        String text = address.getHostAddress();
        return ZEROS.matcher(text)
                .results()
                .max(Comparator.comparingInt(run -> run.end() - run.start()))
                .map(run -> text.substring(0, run.start()) + ":"
                        + (run.end() == text.length() ? ":" : text.substring(run.end())))
                .orElse(text);
    }
}
