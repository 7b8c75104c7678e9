package io.lbaas.plugin.rule;

import io.lbaas.plugin.api.Fault;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address as a number. */
public final class IpAddress implements Comparable<IpAddress> {

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LONGEST_ZEROS = Pattern.compile("\\b0(?::0)+\\b");

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address that a literal says; nothing where it is none. Asks no name server. */
    public static Optional<IpAddress> parse(String literal) {
        if (literal == null
                || !(IPV4.matcher(literal).matches() || IPV6.matcher(literal).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(InetAddress.getByName(literal).getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * The address that a field says.
     *
     * @throws Fault INVALID where it says none
     */
    public static IpAddress ofField(String field, String literal) {
        return parse(literal)
                .orElseThrow(() -> Fault.invalidField(field, literal, "Value should be IPv4 or IPv6 format"));
    }

    static IpAddress of(BigInteger number, int bits) {
        byte[] magnitude = number.toByteArray();
        byte[] bytes = new byte[bits / 8];
        int length = Math.min(magnitude.length, bytes.length);
        System.arraycopy(magnitude, magnitude.length - length, bytes, bytes.length - length, length);
        return new IpAddress(bytes);
    }

    /** 4 or 6. */
    public int version() {
        return bytes.length == 4 ? 4 : 6;
    }

    /** The address so many further on. */
    IpAddress plus(BigInteger steps) {
        return of(number().add(steps), bits());
    }

    int bits() {
        return bytes.length * 8;
    }

    BigInteger number() {
        return new BigInteger(1, bytes);
    }

    @Override
    public int compareTo(IpAddress other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The canonical text: dotted, or as RFC 5952 has it. */
    @Override
    public String toString() {
        try {
            if (version() == 4) {
                return Inet4Address.getByAddress(bytes).getHostAddress();
            }
            return shortened(Inet6Address.getByAddress(null, bytes, -1).getHostAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shortened(String full) {
        var runs = LONGEST_ZEROS.matcher(full);
        String longest = "";
        int start = 0;
        while (runs.find()) {
            if (runs.group().length() > longest.length()) {
                longest = runs.group();
                start = runs.start();
            }
        }
        if (longest.isEmpty()) {
            return full;
        }
        String before = full.substring(0, start).replaceAll(":$", "");
        String after = full.substring(start + longest.length()).replaceAll("^:", "");
        return before + "::" + after;
    }
}
