package io.lbaas.driver.bigip.declaration;

import io.lbaas.driver.spi.IpLiteral;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Spells IP literals. Canonical spelling is that of RFC 5952, in which the device shows
 * addresses; AS3 compares them as text, and would change what is spelled in another way each time.
 */
public final class Address {
    private static final int BITS_PER_BYTE = 8;

    private Address() {}

    /**
     * The address of a literal in canonical spelling.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static String parse(String literal) {
        return IpLiteral.text(IpLiteral.parse(literal));
    }

    /** The network in canonical spelling, {@code address/length}, with nothing behind its prefix. */
    static String cidr(String text) {
        IpLiteral.Network network = IpLiteral.network(text);
        return masked(network.address().getAddress(), network.length()) + "/" + network.length();
    }

    private static String masked(byte[] address, int length) {
        for (int bit = length; bit < address.length * BITS_PER_BYTE; bit++) {
            address[bit / BITS_PER_BYTE] &= (byte) ~(0x80 >> bit % BITS_PER_BYTE);
        }
        try {
            return IpLiteral.text(InetAddress.getByAddress(address));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The length has not changed", e);
        }
    }
}
