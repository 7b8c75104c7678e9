package io.lbaas.driver.bigip.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "3.56.0, true",
        "3.56.0-10, true",
        "3.57, true",
        "4.0.0, true",
        "3.56, false",
        "3.9.0, false",
        "3.55.9, false",
        "unknown, false"
    })
    void versionsAreNumbers(String version, boolean enough) {
        assertThat(Version.atLeast(version, "3.56.0")).isEqualTo(enough);
    }
}
