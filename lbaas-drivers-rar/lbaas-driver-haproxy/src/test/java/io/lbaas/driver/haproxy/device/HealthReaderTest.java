package io.lbaas.driver.haproxy.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.haproxy.config.ConfigObjects;
import io.lbaas.driver.haproxy.runtime.StatRow;
import io.lbaas.model.OperatingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HAProxy shows, and the operating status that follows from it. */
class HealthReaderTest {
    private static final UUID LOAD_BALANCER = new UUID(0, 1);
    private static final UUID LISTENER = new UUID(0, 2);
    private static final UUID POOL = new UUID(0, 3);
    private static final List<UUID> MEMBERS = List.of(new UUID(0, 4), new UUID(0, 5));

    private static Map<UUID, OperatingStatus> read(String frontend, String... servers) {
        String backend = POOL + ":" + LISTENER;
        List<String> config = new ArrayList<>(List.of("# ONLINE " + LOAD_BALANCER, "frontend " + LISTENER));
        config.add("backend " + backend);
        StringBuilder stat = new StringBuilder("# pxname,svname,scur,slim,status,check_status,weight,\n");
        stat.append(LISTENER).append(",FRONTEND,").append(frontend).append(",,,\n");
        for (int i = 0; i < servers.length; i++) {
            config.add("    server " + MEMBERS.get(i) + " 10.0.0.1:80 weight 1");
            stat.append(backend + "," + MEMBERS.get(i) + ",0,," + servers[i] + ",\n");
        }
        stat.append(backend).append(",BACKEND,0,10,UP,,1,\n");
        return new HealthReader(StatRow.parse(stat.toString())).read(LOAD_BALANCER, ConfigObjects.of(config));
    }

    @ParameterizedTest
    @CsvSource({
        "UP, L4OK, 1, ONLINE",
        "UP 1/3, L4TOUT, 1, ONLINE",
        "UP, L4OK, 0, DRAINING",
        "DOWN, L4CON, 1, ERROR",
        "DOWN, L4CON, 0, ERROR",
        "DOWN 1/2, L4OK, 1, ERROR",
        "MAINT, '', 1, OFFLINE",
        "DRAIN, L7OK, 1, DRAINING",
        "NOLB, L7STS, 1, DRAINING",
        "no check, '', 1, NO_MONITOR",
        "no check, '', 0, NO_MONITOR"
    })
    void member(String status, String check, int weight, OperatingStatus expected) {
        assertThat(read("0,10,OPEN", status + "," + check + "," + weight)).containsEntry(MEMBERS.get(0), expected);
    }

    @Test
    void member_that_was_never_checked_stays_what_it_was() {
        assertThat(read("0,10,OPEN", "UP,INI,1", "DOWN,INI,1"))
                .doesNotContainKeys(MEMBERS.get(0), MEMBERS.get(1))
                .containsEntry(POOL, OperatingStatus.DEGRADED);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, UP, ONLINE",
        "UP, DOWN, DEGRADED",
        "DOWN, DOWN, ERROR",
        "DOWN, MAINT, ERROR",
        "UP, MAINT, ONLINE",
        "MAINT, MAINT, ONLINE",
        "DRAIN, UP, ONLINE",
        "DRAIN, DRAIN, ONLINE",
        "DRAIN, DOWN, DEGRADED",
        "no check, no check, ONLINE"
    })
    void pool_and_with_it_the_load_balancer(String one, String other, OperatingStatus expected) {
        assertThat(read("0,10,OPEN", one + ",,1", other + ",,1"))
                .containsEntry(POOL, expected)
                .containsEntry(LOAD_BALANCER, expected)
                .containsEntry(LISTENER, OperatingStatus.ONLINE);
    }

    @Test
    void pool_without_members_is_online() {
        assertThat(read("0,10,OPEN")).containsEntry(POOL, OperatingStatus.ONLINE);
    }

    @ParameterizedTest
    @CsvSource({"'9,10,OPEN', ONLINE, ONLINE", "'10,10,OPEN', DEGRADED, DEGRADED", "'0,10,STOP', OFFLINE, ONLINE"})
    void listener(String row, OperatingStatus expected, OperatingStatus loadBalancer) {
        assertThat(read(row)).containsEntry(LISTENER, expected).containsEntry(LOAD_BALANCER, loadBalancer);
    }
}
