package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.citrix.netscaler.nitro.exception.nitro_exception;
import com.citrix.netscaler.nitro.resource.config.basic.servicegroup;
import com.citrix.netscaler.nitro.resource.config.basic.servicegroup_lbmonitor_binding;
import com.citrix.netscaler.nitro.resource.config.basic.servicegroup_servicegroupmember_binding;
import com.citrix.netscaler.nitro.resource.config.lb.lbmonitor;
import com.citrix.netscaler.nitro.resource.config.lb.lbvserver;
import com.citrix.netscaler.nitro.resource.config.lb.lbvserver_servicegroup_binding;
import com.citrix.netscaler.nitro.resource.stat.lb.lbvserver_stats;
import com.citrix.netscaler.nitro.service.nitro_service;
import io.lbaas.driver.netscaler.simulator.Simulator;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's own kit takes the simulator for an appliance. */
class VendorKitTest {
    private Simulator simulator;
    private nitro_service service;

    @BeforeEach
    void login() throws Exception {
        simulator = new Simulator(0);
        service = new nitro_service(simulator.url().replace("http://", ""), "http");
        service.login(Simulator.USER_NAME, Simulator.PASSWORD);
        service.enable_features(new String[] {"LB"});
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static lbvserver server(String name, int port) throws Exception {
        lbvserver server = new lbvserver();
        server.set_name(name);
        server.set_servicetype("HTTP");
        server.set_ipv46("192.0.2.1");
        server.set_port(port);
        server.set_lbmethod("ROUNDROBIN");
        return server;
    }

    private static int code(ThrowingCallable call) {
        return catchThrowableOfType(nitro_exception.class, call).getErrorCode();
    }

    @Test
    void serverWithMembersAndMonitorIsMadeReadChangedAndRemoved() throws Exception {
        lbmonitor monitor = new lbmonitor();
        monitor.set_monitorname("check");
        monitor.set_type("HTTP");
        monitor.set_httprequest("GET /health");
        monitor.set_respcode(new String[] {"200-204"});
        lbmonitor.add(service, monitor);
        servicegroup group = new servicegroup();
        group.set_servicegroupname("group");
        group.set_servicetype("HTTP");
        servicegroup.add(service, group);
        servicegroup_servicegroupmember_binding member = new servicegroup_servicegroupmember_binding();
        member.set_servicegroupname("group");
        member.set_ip("10.0.0.1");
        member.set_port(8080);
        member.set_weight(5);
        servicegroup_servicegroupmember_binding.add(service, member);
        servicegroup_lbmonitor_binding check = new servicegroup_lbmonitor_binding();
        check.set_servicegroupname("group");
        check.set_monitor_name("check");
        servicegroup_lbmonitor_binding.add(service, check);
        lbvserver.add(service, server("site", 80));
        lbvserver_servicegroup_binding bound = new lbvserver_servicegroup_binding();
        bound.set_name("site");
        bound.set_servicegroupname("group");
        lbvserver_servicegroup_binding.add(service, bound);
        simulator.count("site", Map.of("tothits", 7L));

        assertThat(lbvserver.get(service, "site").get_curstate()).isEqualTo("UP");
        assertThat(lbvserver.get(service, "site").get_lbmethod()).isEqualTo("ROUNDROBIN");
        assertThat(lbvserver.get_filtered(service, "name:site")).hasSize(1);
        assertThat(servicegroup_servicegroupmember_binding.get(service, "group")[0].get_weight())
                .isEqualTo(5);
        assertThat(lbvserver_stats.get(service, "site").get_tothits()).isEqualTo(7);
        simulator.member("10.0.0.1", false);
        assertThat(lbvserver.get(service, "site").get_curstate()).isEqualTo("DOWN");

        lbvserver change = new lbvserver();
        change.set_name("site");
        change.set_lbmethod("LEASTCONNECTION");
        lbvserver.update(service, change);
        lbvserver.disable(service, "site");
        assertThat(lbvserver.get(service, "site").get_curstate()).isEqualTo("OUT OF SERVICE");
        assertThat(lbvserver.get(service, "site").get_lbmethod()).isEqualTo("LEASTCONNECTION");
        lbvserver_servicegroup_binding.delete(service, bound);
        lbvserver.delete(service, "site");
        assertThat(simulator.rows("lbvserver")).isEmpty();
        service.logout();
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void errorsHaveTheirCodes() throws Exception {
        lbvserver.add(service, server("site", 80));
        assertThat(code(() -> lbvserver.add(service, server("site", 80)))).isEqualTo(273);
        assertThat(code(() -> lbvserver.add(service, server("other", 80)))).isEqualTo(273);
        assertThat(code(() -> lbvserver.delete(service, "nothing"))).isEqualTo(258);
        lbvserver strange = server("strange", 81);
        strange.set_lbmethod("GUESSING");
        assertThat(code(() -> lbvserver.add(service, strange))).isEqualTo(1097);
        service.disable_features(new String[] {"LB"});
        assertThat(code(() -> lbvserver.add(service, server("late", 82)))).isEqualTo(1067);
        nitro_service stranger = new nitro_service(simulator.url().replace("http://", ""), "http");
        assertThat(code(() -> stranger.login("nsroot", "wrong"))).isEqualTo(354);
    }

    @Test
    void severalAreAddedWholeOrNotAtAll() throws Exception {
        lbvserver.add(service, new lbvserver[] {server("one", 80), server("two", 81)});
        service.set_onerror(nitro_service.OnerrorEnum.ROLLBACK);
        assertThat(code(() -> lbvserver.add(service, new lbvserver[] {server("three", 82), server("two", 83)})))
                .isEqualTo(1243);
        assertThat(simulator.rows("lbvserver")).hasSize(2);
    }

    @Test
    void whatIsNotSavedIsForgotten() throws Exception {
        lbvserver.add(service, server("kept", 80));
        service.save_config();
        lbvserver.add(service, server("lost", 81));
        simulator.reboot();
        service.relogin();
        assertThat(lbvserver.get(service)).extracting(lbvserver::get_name).containsExactly("kept");
    }
}
