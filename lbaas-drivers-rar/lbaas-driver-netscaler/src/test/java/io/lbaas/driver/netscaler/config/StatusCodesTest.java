package io.lbaas.driver.netscaler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monitors compare alike, however NetScaler writes them. */
class StatusCodesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|200",
                "200-204|200-204",
                "301, 200,302|200,301-302",
                "200,201,203|200-201,203",
                "200,200|200",
                "204-200|204",
                "''|''"
            })
    void codesAreInOrderAndAdjacentOnesARange(String given, String written) {
        assertThat(String.join(",", StatusCodes.of(given))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1,MIN,60000", "5,SEC,5000", "5,,5000", "900,MSEC,900"})
    void timesAreMilliseconds(String shown, String unit, String milliseconds) {
        Map<String, String> values = new TreeMap<>(Map.of("interval", shown));
        if (unit != null) {
            values.put("units3", unit);
        }
        ShownValues.monitor(values);
        assertThat(values).containsEntry("interval", milliseconds).containsEntry("units3", "MSEC");
    }

    @Test
    void timeAfterWhichAMemberIsCheckedAgainIsSeconds() {
        Map<String, String> values = new TreeMap<>(Map.of("downtime", "2", "units2", "MIN"));
        ShownValues.monitor(values);
        assertThat(values).containsEntry("downtime", "120");
    }
}
