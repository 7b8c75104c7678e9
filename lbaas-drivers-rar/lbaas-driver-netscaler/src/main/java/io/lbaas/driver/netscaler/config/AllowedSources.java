package io.lbaas.driver.netscaler.config;

import io.lbaas.driver.spi.IpLiteral;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Maps the networks that may connect to a listener to what a virtual server listens to. */
final class AllowedSources {
    private AllowedSources() {}

    /** True of a connection from one of these networks; only those of the VIP's own family can reach it. */
    static Expression map(String vip, List<String> cidrs) {
        InetAddress address = IpLiteral.parse(vip);
        String source = address instanceof Inet6Address ? "CLIENT.IPV6.SRC" : "CLIENT.IP.SRC";
        return Expression.any(cidrs.stream()
                        .filter(cidr -> IpLiteral.network(cidr).address().getClass() == address.getClass())
                        .map(cidr -> Expression.trusted(source).call("IN_SUBNET", Expression.trusted(cidr)))
                        .toList())
                .checked();
    }
}
