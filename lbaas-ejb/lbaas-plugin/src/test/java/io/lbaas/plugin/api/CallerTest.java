package io.lbaas.plugin.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(new Caller("ann", "p1", "req-1", "gAAAAAB-secret"))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void aCallerNeedsNoToken() {
        assertThat(new Caller("ann", "p1", "req-1").token()).isNull();
    }
}
