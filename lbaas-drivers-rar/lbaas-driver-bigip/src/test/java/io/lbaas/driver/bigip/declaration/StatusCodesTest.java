package io.lbaas.driver.bigip.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCodesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; 200",
                "200,202; 20[02]",
                "200, 301 ,302; 200|30[12]",
                "200-204; 20[01234]",
                "198-201; 19[89]|20[01]",
                "000; 000"
            })
    void codesArePatterns(String codes, String pattern) {
        assertThat(StatusCodes.pattern(codes)).isEqualTo(pattern);
    }
}
