package io.lbaas.driver.bigip.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1", "FD00:0:0:0:0:0:0:000A, fd00::a"})
    void addressesAreSpelledAsTheDeviceDoes(String literal, String canonical) {
        assertThat(Address.parse(literal)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3/8, 10.0.0.0/8", "fd00:0:0:0:0:0:0:1/64, fd00::/64", "::/0, ::/0"})
    void networksAreSpelledAsTheDeviceDoes(String literal, String canonical) {
        assertThat(Address.cidr(literal)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "1.2.3", "1.2.3.256", "fd00::1%1", ""})
    void othersAreNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
    }
}
