package io.lbaas.driver.bigip.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutsTest {
    @ParameterizedTest
    @CsvSource({"0, -1", "1, 1", "1000, 1", "1001, 2", "50000, 50", "86400000, 86400"})
    void idleTimeIsRoundedUp(int millis, int seconds) {
        assertThat(Timeouts.seconds(millis)).isEqualTo(seconds);
    }

    /** Waits double, so that one wait and n retransmissions take the first wait 2^(n+1) - 1 times. */
    @ParameterizedTest
    @CsvSource({"1, 0, 1", "3000, 0, 3000", "5000, 1, 1666", "60000, 4, 1935", "2073600000, 12, 5000"})
    void connectTimeIsSpreadOverRetransmissions(int millis, int retransmissions, int firstWait) {
        JsonObject profile = Timeouts.connect(Timeouts.tcp(0), millis).build();

        assertThat(profile.getInt("synMaxRetrans")).isEqualTo(retransmissions);
        assertThat(profile.getInt("synRtoBase")).isEqualTo(firstWait);
    }

    @Test
    void noConnectTimeLeavesTheDeviceItsOwn() {
        assertThat(Timeouts.connect(Timeouts.tcp(0), 0).build()).containsOnlyKeys("class", "idleTimeout");
    }
}
