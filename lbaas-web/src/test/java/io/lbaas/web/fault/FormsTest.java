package io.lbaas.web.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.web.fault.Failure.Form;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {

    @ParameterizedTest
    @CsvSource({
        "/admin/v1/devices, PROBLEM",
        "/v2.0/lb/pools, NEUTRON",
        "/v2.0/lb/vips.json, NEUTRON",
        "/load-balancer/v2.0/agents, NEUTRON",
        "/network/v2.0/lb/pools, NEUTRON",
        "/load-balancer/admin/v1/devices, PROBLEM",
        "/v2.0/service-providers, NEUTRON",
        "/v2.0/lbaas/pools,",
        "/v2.0/lbaas/loadbalancers,",
        "/v2/pools,"
    })
    void eachInterfaceHasItsForm(String path, Form form) {
        assertThat(Forms.of(path).orElse(null)).isEqualTo(form);
    }

    @Test
    void v1FailuresCarryTheirName() {
        UUID pool = UUID.randomUUID();
        assertThat(error(QuantumFault.poolInUse(pool)))
                .isEqualTo("{\"NeutronError\":{\"type\":\"PoolInUse\",\"message\":\"Pool " + pool
                        + " is still in use\",\"detail\":\"\"}}");
        assertThat(error(Fault.invalid("no"))).contains("\"type\":\"HTTPBadRequest\"");
    }

    private static String error(Fault fault) {
        return Failures.of(fault, "req-1").as(Form.NEUTRON).body().toString();
    }
}
