package io.lbaas.plugin.rule;

import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.plugin.api.Fault;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** An IPv4 or IPv6 address as a number. */
public final class IpAddress implements Comparable<IpAddress> {

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address that a literal says; nothing where it is none. Asks no name server. */
    public static Optional<IpAddress> parse(String literal) {
        try {
            return Optional.of(new IpAddress(IpLiteral.parse(literal).getAddress()));
        } catch (IllegalArgumentException e) {
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
            return IpLiteral.text(Inet6Address.getByAddress(null, bytes, -1));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
