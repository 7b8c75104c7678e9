package io.lbaas.driver.host.vip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterfaceAddressTest {

    @Test
    void only_what_bears_our_mark_and_is_alone_in_its_network_is_ours() {
        String printed =
                """
                2: eth0    inet 10.9.0.1/24 brd 10.9.0.255 scope global eth0\\       valid_lft forever preferred_lft forever
                2: eth0    inet 10.9.0.50/32 metric 7652 scope global eth0\\       valid_lft forever preferred_lft forever
                2: eth0    inet 10.9.0.51/32 scope global eth0\\       valid_lft forever preferred_lft forever
                2: eth0    inet 10.9.0.52/24 metric 7652 scope global eth0\\       valid_lft forever preferred_lft forever
                2: eth0    inet 10.9.0.53 peer 10.9.0.54/32 scope global eth0\\       valid_lft forever preferred_lft forever
                2: eth0    inet6 fd09::50/128 metric 7652 scope global nodad \\       valid_lft forever preferred_lft forever
                2: eth0    inet6 fe80::881c:bbff:fe77:a8e5/64 scope link \\       valid_lft forever preferred_lft forever
                """;
        assertThat(InterfaceAddress.parse(printed))
                .extracting(one -> one.address().getHostAddress() + " " + one.marked(7652))
                .containsExactly(
                        "10.9.0.1 false",
                        "10.9.0.50 true",
                        "10.9.0.51 false",
                        "10.9.0.52 false",
                        "10.9.0.53 false",
                        "fd09:0:0:0:0:0:0:50 true",
                        "fe80:0:0:0:881c:bbff:fe77:a8e5 false");
    }
}
