package io.lbaas.plugin.rule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {

    private final UUID known = UUID.randomUUID();
    private final UUID unknown = UUID.randomUUID();
    private final NetworkRules strict = new NetworkRules(() -> false, known::equals);
    private final NetworkRules lenient = new NetworkRules(() -> true, known::equals);

    @Test
    void whatIsNotKnownIsNotFound() {
        assertThatThrownBy(() -> strict.checkSubnet(unknown)).hasMessage("Subnet " + unknown + " not found.");
        assertThatThrownBy(() -> strict.checkQosPolicy(known)).hasMessage("qos_policy " + known + " not found.");
    }

    @Test
    void whatIsKnownOrNotGivenIsFine() {
        assertThatCode(() -> {
                    strict.checkSubnet(known);
                    strict.checkSubnet(null);
                    strict.checkQosPolicy(null);
                    lenient.checkSubnet(unknown);
                    lenient.checkQosPolicy(unknown);
                })
                .doesNotThrowAnyException();
    }
}
