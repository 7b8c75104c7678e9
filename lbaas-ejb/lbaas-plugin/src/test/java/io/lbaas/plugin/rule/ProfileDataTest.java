package io.lbaas.plugin.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.ProfileKeys;
import io.lbaas.plugin.api.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "1", "null", "{\"a\": []}", "{\"a\": null}", "{} {}", "{'a': 1}"})
    void refusesWhatIsNoObjectOfSimpleValues(String json) {
        assertThatThrownBy(() -> ProfileData.parse("flavor_data", json))
                .hasMessage(json + " is not a valid option for flavor_data")
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID));
    }

    @Test
    void refusesKeysThatTheProviderDoesNotHave() {
        assertThatThrownBy(() -> check("{\"loadbalancer_topology\": \"SINGLE\"}"))
                .hasMessage("Provider 'haproxy' does not support a requested option: loadbalancer_topology")
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.UNSUPPORTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"max_fill\": 1}",
                "{\"max_fill\": \"100\"}",
                "{\"placement\": \"PACK\", \"max_fill\": 50}"
            })
    void takesWhatTheSchedulerHeeds(String json) {
        assertThatCode(() -> check(json)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_fill|{\"max_fill\": 0}|0",
                "max_fill|{\"max_fill\": 101}|101",
                "max_fill|{\"max_fill\": 1.5}|1.5",
                "placement|{\"placement\": \"pack\"}|pack"
            })
    void refusesValuesThatAKeyCannotHave(String key, String json, String value) {
        assertThatThrownBy(() -> check(json)).hasMessage(value + " is not a valid option for " + key);
    }

    @Test
    void hintsHaveDefaults() {
        assertThat(PlacementHints.of(ProfileData.NONE)).isEqualTo(new PlacementHints(false, 100, null));
        assertThat(PlacementHints.of(
                        new ProfileData(Map.of("placement", "PACK", "max_fill", "20", "compute_zone", "west"))))
                .isEqualTo(new PlacementHints(true, 20, "west"));
    }

    private static void check(String json) {
        ProfileData.parse("flavor_data", json)
                .requireKnown("haproxy", ProfileKeys.OF_THE_SCHEDULER.flavor().keySet());
    }

    @Test
    void what_the_scheduler_does_not_heed_is_for_the_driver() {
        ProfileData data = ProfileData.parse(
                "data",
                "{\"placement\": \"PACK\", \"max_fill\": 50, \"compute_zone\": \"a\", \"isolation\": \"process\"}");
        assertThat(data.ofDriver()).isEqualTo(Map.of("isolation", "process"));
    }
}
