package io.lbaas.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalPathTest {

    @ParameterizedTest
    @CsvSource({
        "v2/lbaas/pools, v2/lbaas/pools",
        "v2.0/lbaas/pools, v2/lbaas/pools",
        "v2/pools, v2/lbaas/pools",
        "v2.0/pools/, v2/lbaas/pools",
        "v2.0/pools/x/members/y.json, v2/lbaas/pools/x/members/y",
        "v2/lbaas/loadbalancers.json, v2/lbaas/loadbalancers",
        "load-balancer/v2.0/lbaas/pools, v2/lbaas/pools",
        "v2, v2/lbaas",
        "v2/, v2/lbaas",
        "v2.0, v2/lbaas",
        "v2/lbaas, v2/lbaas",
        "'', ''",
        "load-balancer, ''",
        "load-balancer/, ''",
        "load-balancer/healthcheck, healthcheck",
        "healthcheck, healthcheck",
        "admin/v1/devices, admin/v1/devices",
        "v20/lbaas/pools, v20/lbaas/pools",
        "load-balancers, load-balancers",
    })
    void spellings(String path, String canonical) {
        assertThat(CanonicalPath.of(path)).isEqualTo(canonical);
    }
}
