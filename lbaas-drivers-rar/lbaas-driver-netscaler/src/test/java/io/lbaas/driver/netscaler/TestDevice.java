package io.lbaas.driver.netscaler;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.netscaler.simulator.Fault;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How tests reach a simulator, and what they do to it. */
record TestDevice(Simulator simulator) implements DeviceFaults {
    private static final String EVERYTHING = ".*";

    /** A device with settings in pairs beside its address. */
    static DeviceSpec device(Simulator simulator, String... settings) {
        Map<String, String> map = new HashMap<>(Map.of("url", simulator.url()));
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        Map<String, String> credentials = Map.of("username", Simulator.USER_NAME, "password", Simulator.PASSWORD);
        return new DeviceSpec(UUID.randomUUID(), "netscaler", map, credentials, 1);
    }

    static NetscalerDriver open(Simulator simulator, String... settings) {
        return new NetscalerDriver(DeviceSettings.of(device(simulator, settings)));
    }

    /** The name of what tells generation and digest of a load balancer. */
    static String mark(UUID loadBalancerId) {
        return "lbaas_" + loadBalancerId.toString().replace('-', '_');
    }

    private List<String> names(String resource, String attribute, UUID loadBalancerId) {
        return simulator.rows(resource).stream()
                .map(row -> row.getString(attribute))
                .filter(name -> name.startsWith("lbaas_" + loadBalancerId))
                .toList();
    }

    @Override
    public void alter(UUID loadBalancerId) {
        JsonObject change = Json.createObjectBuilder()
                .add("name", names("lbvserver", "name", loadBalancerId).get(0))
                .add("lbmethod", "URLHASH")
                .build();
        simulator.change("lbvserver", change);
    }

    @Override
    public void lose(UUID loadBalancerId) {
        names("lbvserver", "name", loadBalancerId).forEach(name -> simulator.remove("lbvserver", name, Map.of()));
        names("servicegroup", "servicegroupname", loadBalancerId)
                .forEach(name -> simulator.remove("servicegroup", name, Map.of()));
        simulator.remove("policystringmap", mark(loadBalancerId), Map.of());
    }

    @Override
    public void breakOff(Change change) {
        simulator.inject(Fault.of(Fault.Kind.RESET, "(PUT|DELETE) lbvserver.*"));
        try (NetscalerDriver driver = open(simulator)) {
            driver.apply(List.of(change));
        } finally {
            simulator.heal();
        }
    }

    private Trouble trouble(Fault.Kind kind) {
        simulator.inject(Fault.of(kind, EVERYTHING));
        return simulator::heal;
    }

    @Override
    public Trouble hang() {
        return trouble(Fault.Kind.HANG);
    }

    @Override
    public Trouble beBusy() {
        return trouble(Fault.Kind.BUSY);
    }

    @Override
    public Trouble cutOff() {
        return trouble(Fault.Kind.RESET);
    }

    /** As far as can be told without traffic: there is a server at the address, and it is up. */
    @Override
    public boolean serves(DesiredLoadBalancer tree) {
        int port = tree.listeners().get(0).spec().protocolPort();
        return simulator.rows("lbvserver").stream()
                .anyMatch(server -> server.getString("name").startsWith("lbaas_" + tree.id())
                        && server.getInt("port") == port
                        && server.getString("ipv46").equals(tree.vipAddresses().get(0))
                        && server.getString("state").equals("ENABLED"));
    }
}
