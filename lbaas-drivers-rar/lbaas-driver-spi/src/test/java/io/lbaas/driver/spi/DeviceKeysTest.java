package io.lbaas.driver.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceKeysTest {
    private static final DeviceKeys KEYS =
            new DeviceKeys(Map.of("address", "where it is", "port", "of its API"), Map.of("password", "to get in"));

    @Test
    void keysThatTheDriverKnowsAreNoProblem() {
        assertThat(KEYS.problem(List.of("port"), List.of("password"))).isEmpty();
        assertThat(KEYS.problem(List.of(), List.of())).isEmpty();
    }

    @Test
    void otherKeysAreNamed() {
        assertThat(KEYS.problem(List.of("port", "adress"), List.of("user")))
                .isEqualTo("The driver knows no setting 'adress', but address, port;"
                        + " The driver knows no credential 'user', but password");
        assertThat(new DeviceKeys(Map.of("address", ""), Map.of()).problem(List.of(), List.of("user")))
                .isEqualTo("The driver knows no credential 'user', but none");
    }

    @Test
    void aDriverThatDoesNotSayTakesAll() {
        assertThat(DeviceKeys.UNDECLARED.problem(List.of("any"), List.of("any")))
                .isEmpty();
    }
}
