package io.lbaas.driver.haproxy.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What HAProxy 2.6.12 printed, read. */
class ComplaintTest {

    @Test
    void words_are_kept_and_noise_is_not() {
        String printed =
                """
                [NOTICE]   (9424) : haproxy version is 2.6.12-1+deb12u4
                [NOTICE]   (9424) : path to executable is /usr/sbin/haproxy
                [WARNING]  (9424) : config : missing timeouts for frontend 'fs'.
                   | While not properly invalid, you will certainly encounter various problems
                [ALERT]    (9424) : config : parsing [/var/lib/lbaas/staging/a.cfg:12] : unknown keyword 'x' in 'backend' section
                [ALERT]    (9424) : Binding [dup.cfg:3] for frontend fb: cannot bind socket (Address already in use) for [127.10.1.1:8081]
                [ALERT]    (9424) : config : Error(s) found in configuration file : /var/lib/lbaas/staging/a.cfg
                [ALERT]    (9424) : config : Fatal errors found in configuration.
                [ALERT]    (9424) : [haproxy.main()] Some protocols failed to start their listeners! Exiting.
                """;
        assertThat(Complaint.parse(printed))
                .containsExactly(
                        new Complaint("a.cfg", 12, "unknown keyword 'x' in 'backend' section"),
                        new Complaint(
                                "dup.cfg",
                                3,
                                "Binding for frontend fb: cannot bind socket (Address already in use) for [127.10.1.1:8081]"));
    }

    @Test
    void silence_is_no_complaint() {
        assertThat(Complaint.parse("Configuration file is valid\n")).isEmpty();
    }
}
