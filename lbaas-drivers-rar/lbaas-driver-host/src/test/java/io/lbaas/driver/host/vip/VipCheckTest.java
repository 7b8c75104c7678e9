package io.lbaas.driver.host.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Host.Ended;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a host lacks for VIPs is told before a load balancer needs one. */
class VipCheckTest {
    private static final Ended FINE = new Ended(0, "");

    /** What {@code sudo -l} printed of the lines in the documentation. */
    private static final String RIGHTS =
            """
            User lbaas may run the following commands on lb1:
                (root) NOPASSWD: /usr/sbin/ip ^address add [0-9a-f.:]+/(32|128) dev eth0
                    metric [0-9]+( nodad)?$, /usr/sbin/ip ^address del [0-9a-f.:]+/(32|128)
                    dev eth0$, /usr/bin/arping ^-U -c 3 -I eth0 [0-9.]+$, /usr/bin/ndptool
                    ^-t na -U -i eth0 -T [0-9a-f:]+ send$
            """;

    /** A host on which programs end so, by the first word of the command. */
    private static Host host(Map<String, Ended> endings) {
        return (Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> endings.get((String) ((List<?>) arguments[0]).get(0)));
    }

    private static VipReport check(boolean sudo, Ended shown, Ended missing, Ended rights)
            throws IOException, InterruptedException {
        VipSettings settings = new VipSettings(VipSettings.Mode.INTERFACE, "eth0", 1, sudo);
        Host host = host(Map.of("ip", shown, "/bin/sh", missing, "sudo", rights));
        return new VipPlumbing(host, settings).check(Instant.now().plusSeconds(10));
    }

    @Test
    void complete_host_lacks_nothing() throws IOException, InterruptedException {
        assertThat(check(false, FINE, FINE, new Ended(1, ""))).isEqualTo(VipReport.GOOD);
        assertThat(check(true, FINE, FINE, new Ended(0, RIGHTS))).isEqualTo(VipReport.GOOD);
        assertThat(check(true, FINE, FINE, new Ended(0, "    (ALL : ALL) NOPASSWD: ALL\n")))
                .isEqualTo(VipReport.GOOD);
    }

    @Test
    void interface_that_is_not_there_makes_it_unusable() throws IOException, InterruptedException {
        Ended absent = new Ended(1, "Device \"eth0\" does not exist.\n");
        assertThat(check(false, absent, FINE, FINE)).isEqualTo(new VipReport(false, "Device \"eth0\" does not exist."));
    }

    @Test
    void rights_that_are_missing_make_it_unusable() throws IOException, InterruptedException {
        assertThat(check(true, FINE, FINE, new Ended(1, "sudo: a password is required\n")))
                .isEqualTo(new VipReport(false, "sudo: a password is required"));
        assertThat(check(true, FINE, FINE, new Ended(0, "    (root) NOPASSWD: /usr/bin/zip\n")))
                .isEqualTo(new VipReport(false, "sudo does not allow ip"));
    }

    /** Addresses work without, but for the minutes in which neighbours remember where they were. */
    @Test
    void what_announces_addresses_is_told_where_it_is_missing() throws IOException, InterruptedException {
        VipReport report = check(false, FINE, new Ended(0, "arping\nndptool\n"), FINE);
        assertThat(report.usable()).isTrue();
        assertThat(report.words()).contains("arping is not installed", "ndptool is not installed");
        VipReport forbidden = check(true, FINE, FINE, new Ended(0, RIGHTS.replace("arping", "true")));
        assertThat(forbidden.usable()).isTrue();
        assertThat(forbidden.words())
                .startsWith("arping is not allowed by sudo")
                .doesNotContain("ndptool");
    }
}
