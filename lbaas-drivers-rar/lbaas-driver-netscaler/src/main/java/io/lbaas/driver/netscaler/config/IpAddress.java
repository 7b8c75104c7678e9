package io.lbaas.driver.netscaler.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** IP addresses as tenants write them. */
final class IpAddress {
    private static final String LITERAL = "\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";
    private static final int BITS = 8;

    private IpAddress() {}

    /**
     * Reads a literal; no name is looked up.
     *
     * @throws IllegalArgumentException where it is none
     */
    static InetAddress parse(String text) {
        try {
            if (text.matches(LITERAL)) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("it is no IP address", e);
        }
        throw new IllegalArgumentException("it is no IP address");
    }

    /** Checks a network in CIDR notation; its address. */
    static InetAddress parseCidr(String cidr) {
        String[] parts = cidr.split("/", -1);
        InetAddress address = parse(parts[0]);
        if (parts.length != 2
                || !parts[1].matches("\\d{1,3}")
                || Integer.parseInt(parts[1]) > address.getAddress().length * BITS) {
            throw new IllegalArgumentException("it is no network in CIDR notation");
        }
        return address;
    }

    static boolean sameFamily(InetAddress one, InetAddress other) {
        return one.getAddress().length == other.getAddress().length;
    }
}
