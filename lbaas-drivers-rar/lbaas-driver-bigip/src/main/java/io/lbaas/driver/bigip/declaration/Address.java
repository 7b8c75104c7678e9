package io.lbaas.driver.bigip.declaration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads IP literals strictly: a name is never looked up. Canonical spelling is that of RFC 5952, in which the device shows
 * addresses; AS3 compares them as text, and would change what is spelled in another way each time.
 */
public final class Address {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern CIDR = Pattern.compile("([^/]+)/(\\d{1,3})");
    private static final Pattern ZEROS = Pattern.compile("\\b0(?::0)+\\b");
    private static final int BITS_PER_BYTE = 8;

    private Address() {}

    /**
     * The address of a literal in canonical spelling.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static String parse(String literal) {
        return written(read(literal));
    }

    private static String written(InetAddress address) {
        String text = address.getHostAddress();
        return ZEROS.matcher(text)
                .results()
                .max(Comparator.comparingInt(run -> run.group().length()))
                .map(run -> text.substring(0, run.start()) + "::" + text.substring(run.end()))
                .map(shortened -> shortened.replaceFirst(":{3,}", "::"))
                .orElse(text);
    }

    private static InetAddress read(String literal) {
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

    /** The network in canonical spelling, {@code address/length}, with nothing behind its prefix. */
    static String cidr(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a CIDR");
        }
        InetAddress network = read(matcher.group(1));
        int length = Integer.parseInt(matcher.group(2));
        if (length > network.getAddress().length * BITS_PER_BYTE) {
            throw new IllegalArgumentException("Not a CIDR");
        }
        return masked(network.getAddress(), length) + "/" + length;
    }

    private static String masked(byte[] address, int length) {
        for (int bit = length; bit < address.length * BITS_PER_BYTE; bit++) {
            address[bit / BITS_PER_BYTE] &= (byte) ~(0x80 >> bit % BITS_PER_BYTE);
        }
        try {
            return written(InetAddress.getByAddress(address));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The length has not changed", e);
        }
    }
}
