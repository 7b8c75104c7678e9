package io.lbaas.plugin.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AddressPropertiesTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll @Size(16) byte[] bytes, @ForAll boolean four) {
        // Without a 1 in front, an IPv6 number could be one of the forms that Java takes for IPv4.
        BigInteger number = four ? new BigInteger(1, bytes).shiftRight(96) : new BigInteger(1, bytes).setBit(127);
        IpAddress address = IpAddress.of(number, four ? 32 : 128);

        assertThat(IpAddress.parse(address.toString())).contains(address);
        assertThat(address.number()).isEqualTo(number);
    }

    @Property
    void anyTextIsAnAddressOrNothing(@ForAll String text) {
        IpAddress.parse(text).ifPresent(address -> assertThat(IpAddress.parse(address.toString()))
                .contains(address));
        Cidr.parse(text)
                .ifPresent(cidr -> assertThat(Cidr.parse(cidr.toString())).contains(cidr));
    }

    @Property
    void hostsOfARangeAreInIt(
            @ForAll int network,
            @ForAll @IntRange(min = 8, max = 30) int prefix,
            @ForAll @IntRange(max = 1_000_000) int n) {
        Cidr cidr = Cidr.parse(IpAddress.of(BigInteger.valueOf(network & 0xffffffffL), 32) + "/" + prefix)
                .orElseThrow();
        BigInteger index = BigInteger.valueOf(n).mod(cidr.hosts());

        assertThat(cidr.hasHost(cidr.host(index))).isTrue();
        assertThat(cidr.hasHost(cidr.host(cidr.hosts()))).as("broadcast").isFalse();
        assertThat(cidr.hasHost(cidr.host(BigInteger.ONE.negate())))
                .as("network")
                .isFalse();
    }

    @Property
    void partsOfARangeAreAllOfItAndNoMore(
            @ForAll @IntRange(min = 1) int from,
            @ForAll @IntRange(min = 1, max = 1000) int size,
            @ForAll @IntRange(min = 1, max = 20) int parts) {
        var range = new AddressRange(
                IpAddress.of(BigInteger.valueOf(from), 32), IpAddress.of(BigInteger.valueOf(from + size - 1L), 32));

        var split = range.split(parts);

        assertThat(split).hasSizeLessThanOrEqualTo(parts).noneMatch(AddressRange::isEmpty);
        BigInteger next = range.first().number();
        for (AddressRange part : split) {
            assertThat(part.first().number()).isEqualTo(next);
            next = part.last().number().add(BigInteger.ONE);
        }
        assertThat(split.get(split.size() - 1).last()).isEqualTo(range.last());
    }

    @Property
    void aRangeWithoutAnAddressHasAllOthers(
            @ForAll @IntRange(min = 1, max = 50) int size, @ForAll @IntRange(max = 60) int taken) {
        var range = new AddressRange(
                IpAddress.of(BigInteger.valueOf(100), 32), IpAddress.of(BigInteger.valueOf(99L + size), 32));
        IpAddress address = IpAddress.of(BigInteger.valueOf(95L + taken), 32);

        var left = range.without(address).toList();

        for (int i = 90; i < 170; i++) {
            IpAddress each = IpAddress.of(BigInteger.valueOf(i), 32);
            assertThat(left.stream().anyMatch(part -> part.contains(each)))
                    .isEqualTo(range.contains(each) && !each.equals(address));
        }
    }

    @Example
    void addressesHaveOneSpelling() {
        assertThat(IpAddress.parse("2001:DB8:0:0:1:0:0:1")).hasToString("Optional[2001:db8::1:0:0:1]");
        assertThat(IpAddress.parse("::")).hasToString("Optional[::]");
        assertThat(IpAddress.parse("fe80:0:0:0:0:0:0:1")).hasToString("Optional[fe80::1]");
        assertThat(IpAddress.parse("10.0.0.1")).hasToString("Optional[10.0.0.1]");
    }

    @Example
    void namesAndShortFormsAreNoAddresses() {
        assertThat(new String[] {"localhost", "10.1", "010.0.0.1", "1.2.3.256", "fe80::1%eth0", "", ":", "1.2.3.4 "})
                .allMatch(text -> IpAddress.parse(text).isEmpty());
        assertThat(new String[] {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "/8", "::/129"})
                .allMatch(text -> Cidr.parse(text).isEmpty());
    }

    @Example
    void hostBitsAreMaskedOff() {
        assertThat(Cidr.parse("10.1.2.3/8")).hasToString("Optional[10.0.0.0/8]");
        assertThat(Cidr.parse("10.1.2.3")).hasToString("Optional[10.1.2.3/32]");
        assertThat(Cidr.parse("2001:db8::7/64")).hasToString("Optional[2001:db8::/64]");
    }
}
