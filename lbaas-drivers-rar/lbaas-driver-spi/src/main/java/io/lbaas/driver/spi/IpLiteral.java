package io.lbaas.driver.spi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IP addresses and networks strictly, so that a name is never looked up, and spells them as RFC 5952 says. */
public final class IpLiteral {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern CIDR = Pattern.compile("([^/]+)/(\\d{1,3})");
    private static final Pattern ZEROS = Pattern.compile("\\b0(?::0)+\\b");
    private static final int BITS_PER_BYTE = 8;

    private IpLiteral() {}

    /** An address in the one spelling of RFC 5952: lower case, and the longest run of zeros left out. */
    public static String text(InetAddress address) {
        String text = address.getHostAddress();
        return ZEROS.matcher(text)
                .results()
                .max(Comparator.comparingInt(run -> run.group().length()))
                .map(run -> text.substring(0, run.start()) + "::" + text.substring(run.end()))
                .map(shortened -> shortened.replaceFirst(":{3,}", "::"))
                .orElse(text);
    }

    /** A network: its address, and how many of its leading bits count. */
    public record Network(InetAddress address, int length) {

        /** In the form in which it is read. */
        @Override
        public String toString() {
            return address.getHostAddress() + "/" + length;
        }
    }

    /**
     * The address of a literal.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static InetAddress parse(String literal) {
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

    /**
     * The network of a text {@code address/length}.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static Network network(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a CIDR");
        }
        InetAddress address = parse(matcher.group(1));
        int length = Integer.parseInt(matcher.group(2));
        if (length > address.getAddress().length * BITS_PER_BYTE) {
            throw new IllegalArgumentException("Not a CIDR");
        }
        return new Network(address, length);
    }
}
