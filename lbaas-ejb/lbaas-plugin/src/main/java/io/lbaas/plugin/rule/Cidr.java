package io.lbaas.plugin.rule;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses by prefix; host bits are masked off. */
public final class Cidr {

    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

    private final IpAddress network;
    private final int prefix;

    private Cidr(IpAddress network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** The range that a text says, an address alone being a range of one; nothing where it is none. */
    public static Optional<Cidr> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        return IpAddress.parse(literal).flatMap(address -> {
            String length = slash < 0 ? String.valueOf(address.bits()) : text.substring(slash + 1);
            return PREFIX.matcher(length).matches() && Integer.parseInt(length) <= address.bits()
                    ? Optional.of(of(address, Integer.parseInt(length)))
                    : Optional.empty();
        });
    }

    private static Cidr of(IpAddress address, int prefix) {
        int hostBits = address.bits() - prefix;
        BigInteger masked = address.number().shiftRight(hostBits).shiftLeft(hostBits);
        return new Cidr(IpAddress.of(masked, address.bits()), prefix);
    }

    public int ipVersion() {
        return network.version();
    }

    public boolean contains(IpAddress address) {
        return address.version() == ipVersion() && of(address, prefix).network.equals(network);
    }

    public boolean overlaps(Cidr other) {
        return contains(other.network) || other.contains(network);
    }

    /** How many addresses hosts may have: not the network's own, nor an IPv4 broadcast address. */
    public BigInteger hosts() {
        BigInteger all = BigInteger.ONE.shiftLeft(network.bits() - prefix);
        return all.subtract(BigInteger.valueOf(ipVersion() == 4 ? 2 : 1)).max(BigInteger.ZERO);
    }

    /**
     * A host's address.
     *
     * @param index 0 to {@link #hosts()} - 1
     */
    public IpAddress host(BigInteger index) {
        return IpAddress.of(network.number().add(index).add(BigInteger.ONE), network.bits());
    }

    /** All addresses that hosts may have; empty where there are none. */
    public AddressRange hostRange() {
        return new AddressRange(host(BigInteger.ZERO), network.plus(hosts()));
    }

    /** Whether a host may have the address. */
    public boolean hasHost(IpAddress address) {
        if (!contains(address)) {
            return false;
        }
        BigInteger index = address.number().subtract(network.number()).subtract(BigInteger.ONE);
        return index.signum() >= 0 && index.compareTo(hosts()) < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && prefix == cidr.prefix && network.equals(cidr.network);
    }

    @Override
    public int hashCode() {
        return network.hashCode() + prefix;
    }

    @Override
    public String toString() {
        return network + "/" + prefix;
    }
}
