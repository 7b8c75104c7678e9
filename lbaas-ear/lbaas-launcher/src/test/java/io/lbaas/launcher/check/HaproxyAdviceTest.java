package io.lbaas.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaproxyAdviceTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, true,  true,  NOT_NEEDED",
        "false, true,  true,  true,  NOT_NEEDED",
        "true,  true,  false, false, PRESENT",
        "true,  true,  true,  true,  PRESENT",
        "true,  false, true,  true,  INSTALL",
        "true,  false, true,  false, TELL",
        "true,  false, false, true,  TELL"
    })
    void followsFromTheMachine(boolean needed, boolean present, boolean root, boolean apt, HaproxyAdvice advice) {
        assertThat(HaproxyAdvice.decide(needed, present, root, apt)).isEqualTo(advice);
    }
}
