package io.lbaas.driver.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {
    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1", "2001:DB8::1, 2001:db8:0:0:0:0:0:1", "::ffff:192.0.2.1, 192.0.2.1"})
    void addressIsRead(String text, String address) {
        assertThat(IpLiteral.parse(text).getHostAddress()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::, ::",
        "::1, ::1",
        "FD00:0:0:0:0:0:0:000A, fd00::a",
        "fd00:0:0:1:0:0:0:1, fd00:0:0:1::1",
        "fd00:0:0:1:0:0:1:1, fd00::1:0:0:1:1",
        "fd00:1:2:3:4:5:6:0, fd00:1:2:3:4:5:6:0",
        "fd00:1::, fd00:1::",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void addressHasOneSpelling(String text, String canonical) {
        assertThat(IpLiteral.text(IpLiteral.parse(text))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"localhost", "192.0.2", "192.0.2.256", "1", "::g", "1.2.3.4\n", "fe80::1%eth0", "[::1]", ":"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> IpLiteral.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 8", "::/0, 0", "fd00::/128, 128"})
    void networkIsRead(String text, int length) {
        assertThat(IpLiteral.network(text).length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "fd00::/129", "10.0.0.0/-1", "10.0.0.0/8/8", "a/8", "/8"})
    void anythingElseIsNoNetwork(String text) {
        assertThatThrownBy(() -> IpLiteral.network(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
