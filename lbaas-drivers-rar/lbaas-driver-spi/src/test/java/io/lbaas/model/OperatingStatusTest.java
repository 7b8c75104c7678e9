package io.lbaas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingStatusTest {

    @ParameterizedTest
    @CsvSource({
        // members, what follows for their pool
        "'', ONLINE",
        "ONLINE, ONLINE",
        "NO_MONITOR, ONLINE",
        "DRAINING, ONLINE",
        "OFFLINE, ONLINE",
        "ONLINE OFFLINE DRAINING NO_MONITOR, ONLINE",
        "ERROR, ERROR",
        "ERROR ERROR, ERROR",
        "ERROR OFFLINE, ERROR",
        "ERROR ONLINE, DEGRADED",
        "ERROR NO_MONITOR, DEGRADED",
        "ERROR DRAINING, DEGRADED",
        "ERROR ERROR OFFLINE ONLINE, DEGRADED",
    })
    void aPoolFollowsItsMembers(String members, OperatingStatus pool) {
        assertThat(OperatingStatus.ofPool(parse(members))).isEqualTo(pool);
    }

    @ParameterizedTest
    @CsvSource({
        // pools, what follows for their load balancer
        "'', ONLINE",
        "ONLINE, ONLINE",
        "OFFLINE, ONLINE",
        "ONLINE DEGRADED, DEGRADED",
        "ERROR, ERROR",
        "ONLINE ERROR DEGRADED, ERROR",
    })
    void aLoadBalancerFollowsItsPools(String pools, OperatingStatus loadBalancer) {
        assertThat(OperatingStatus.ofLoadBalancer(parse(pools))).isEqualTo(loadBalancer);
    }

    @ParameterizedTest
    @CsvSource({
        "ONLINE, ERROR, ERROR",
        "ERROR, DEGRADED, ERROR",
        "DRAINING, ONLINE, DRAINING",
        "OFFLINE, ONLINE, ONLINE"
    })
    void ofTwoPlacesTheWorseCounts(OperatingStatus one, OperatingStatus other, OperatingStatus together) {
        assertThat(OperatingStatus.worse(one, other)).isEqualTo(together);
        assertThat(OperatingStatus.worse(other, one)).isEqualTo(together);
    }

    private static List<OperatingStatus> parse(String statuses) {
        return Arrays.stream(statuses.split(" "))
                .filter(word -> !word.isEmpty())
                .map(OperatingStatus::valueOf)
                .toList();
    }
}
