package io.lbaas.plugin.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The addresses from one to another, both included, of one IP version. */
public record AddressRange(IpAddress first, IpAddress last) {

    public boolean isEmpty() {
        return size().signum() <= 0;
    }

    public boolean contains(IpAddress address) {
        return address.version() == first.version()
                && first.number().compareTo(address.number()) <= 0
                && address.number().compareTo(last.number()) <= 0;
    }

    public boolean overlaps(AddressRange other) {
        return contains(other.first) || other.contains(first);
    }

    /** What is left of it, in order, when one address is taken out. */
    public Stream<AddressRange> without(IpAddress address) {
        if (!contains(address)) {
            return Stream.of(this);
        }
        var parts = Stream.<AddressRange>builder();
        if (!address.equals(first)) {
            parts.add(new AddressRange(first, address.plus(BigInteger.ONE.negate())));
        }
        if (!address.equals(last)) {
            parts.add(new AddressRange(address.plus(BigInteger.ONE), last));
        }
        return parts.build();
    }

    /** The same addresses in at most so many ranges of about the same size. */
    public List<AddressRange> split(int parts) {
        BigInteger each = size().add(BigInteger.valueOf(parts - 1L))
                .divide(BigInteger.valueOf(parts))
                .max(BigInteger.ONE);
        List<AddressRange> ranges = new ArrayList<>();
        for (BigInteger from = BigInteger.ZERO; from.compareTo(size()) < 0; from = from.add(each)) {
            BigInteger to = from.add(each).min(size()).subtract(BigInteger.ONE);
            ranges.add(new AddressRange(first.plus(from), first.plus(to)));
        }
        return ranges;
    }

    private BigInteger size() {
        return last.number().subtract(first.number()).add(BigInteger.ONE);
    }
}
