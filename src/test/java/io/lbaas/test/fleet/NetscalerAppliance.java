package io.lbaas.test.fleet;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.netscaler.simulator.Fault;
import io.lbaas.driver.netscaler.simulator.Simulator;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A simulated NetScaler. */
final class NetscalerAppliance implements Appliance {
    private static final String CHANGES = "(PUT|DELETE|POST (?!log)).*";
    private static final int SESSION_KILLED = 444;

    private final TestAuthority.Issued identity = new TestAuthority().issue("netscaler.example");
    private final Simulator simulator = new Simulator(0, identity);

    NetscalerAppliance() {
        simulator.account(USER, FIRST_PASSWORD);
    }

    @Override
    public String driver() {
        return "netscaler";
    }

    @Override
    public String url() {
        return simulator.url();
    }

    @Override
    public TestAuthority.Issued identity() {
        return identity;
    }

    @Override
    public void changePassword(String password) {
        simulator.account(USER, password);
        simulator.expireSessions(SESSION_KILLED);
    }

    @Override
    public boolean serves(UUID loadBalancer, UUID listener) {
        return servers(name(loadBalancer, listener)).findAny().isPresent();
    }

    @Override
    public boolean empty() {
        return servers("lbaas_").findAny().isEmpty()
                && Stream.of("servicegroup", "lbmonitor", "sslcertkey", "systemfile", "responderpolicy", "cspolicy")
                        .allMatch(resource -> simulator.rows(resource).isEmpty());
    }

    private Stream<String> servers(String prefix) {
        return Stream.of("lbvserver", "csvserver")
                .flatMap(resource -> simulator.rows(resource).stream())
                .map(server -> server.getString("name"))
                .filter(name -> name.startsWith(prefix));
    }

    private static String name(UUID loadBalancer, UUID listener) {
        return "lbaas_" + loadBalancer + "_" + listener;
    }

    @Override
    public void member(UUID loadBalancer, String address, boolean up) {
        simulator.member(address, up);
    }

    @Override
    public void count(UUID loadBalancer, UUID listener, long bytes) {
        simulator.count(name(loadBalancer, listener), Map.of("totalrequestbytes", bytes));
    }

    @Override
    public void neglectToSave() {
        simulator.inject(Fault.of(Fault.Kind.LIE, "POST nsconfig action=save"));
    }

    @Override
    public void reboot() {
        simulator.reboot();
    }

    @Override
    public long asked() {
        return simulator.changes().size();
    }

    @Override
    public void beBusy() {
        simulator.inject(Fault.of(Fault.Kind.BUSY, CHANGES));
    }

    /** Some ten calls make a change. */
    @Override
    public void beSlow(Duration time) {
        simulator.inject(Fault.slow(CHANGES, time.dividedBy(10)));
    }

    @Override
    public void hang() {
        simulator.inject(Fault.of(Fault.Kind.HANG, ".*"));
    }

    @Override
    public void heal() {
        simulator.heal();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
