package io.lbaas.driver.bigip.simulator;

import com.sun.net.httpserver.HttpServer;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.contract.LoopbackServer;
import io.lbaas.driver.contract.TestAuthority;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** A BIG-IP on this host. */
public final class SimulatedBigip implements AutoCloseable {
    private final Faults faults = new Faults();
    private final Tokens tokens = new Tokens();
    private final Appliance appliance = new Appliance(faults);
    private final Tasks tasks = new Tasks(faults, appliance);
    private final Icontrol icontrol = new Icontrol(faults, appliance);
    private final Api api = new Api(faults, tokens, appliance, tasks, icontrol);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bigip-api");
        thread.setDaemon(true);
        return thread;
    });
    private final IntFunction<HttpServer> servers;
    private HttpServer server;

    /** Listens on a port of the loopback address without TLS; 0 for any. */
    public SimulatedBigip(int port) {
        this(port, LoopbackServer::plain);
    }

    /** Listens on a port of the loopback address with that certificate; 0 for any. */
    public SimulatedBigip(int port, TestAuthority.Issued identity) {
        this(port, each -> LoopbackServer.secure(each, identity));
    }

    private SimulatedBigip(int port, IntFunction<HttpServer> servers) {
        this.servers = servers;
        listen(port);
    }

    private void listen(int port) {
        server = servers.apply(port);
        server.setExecutor(threads);
        server.createContext("/", api);
        server.start();
    }

    public String url() {
        return LoopbackServer.url(server);
    }

    public Faults faults() {
        return faults;
    }

    /** Who may log in; {@code admin} with {@code secret} at first. */
    public void credentials(String username, String password) {
        tokens.credentials(username, password);
    }

    /** Method and path of each request, in order. */
    public List<String> log() {
        return api.log();
    }

    /** How many tokens were not given back. */
    public int tokens() {
        return tokens.count();
    }

    /** The tokens of all sessions expire. */
    public void expireTokens() {
        tokens.expire();
    }

    /** Somebody else logs in until the device gives no more tokens. */
    public void exhaustTokens() {
        tokens.exhaust();
    }

    /** AS3's process is restarted. */
    public void restart() {
        tasks.restart();
    }

    /** The device starts again and counts from nothing. */
    public void reboot() {
        restart();
        icontrol.forgetTraffic();
    }

    /** Somebody sets the state of a member, {@code up} or {@code down}, wherever that address is one. */
    public void memberState(UUID loadBalancerId, String address, String state) {
        alterMember(loadBalancerId, address, "state", state);
    }

    /** Somebody gives a member another ratio with the device's own tools. */
    public void alterMember(UUID loadBalancerId, String address) {
        appliance.tamper(Names.tenant(loadBalancerId), ltm -> {
            ltm.member(address, "ratio", Json.createValue(77));
            return ltm;
        });
    }

    private void alterMember(UUID loadBalancerId, String address, String property, String value) {
        appliance.tamper(Names.tenant(loadBalancerId), ltm -> {
            ltm.member(address, property, Json.createValue(value));
            return ltm;
        });
    }

    /** Somebody deletes a partition with the device's own tools. */
    public void deletePartition(UUID loadBalancerId) {
        appliance.tamper(Names.tenant(loadBalancerId), ltm -> null);
    }

    /** Somebody deletes all partitions with the device's own tools. */
    public void deletePartitions() {
        appliance.tamper(ltm -> null);
    }

    /** How many virtual servers there are. */
    public int listeners() {
        return appliance.inForce(Optional.empty()).stream()
                .mapToInt(ltm -> ltm.virtuals().size())
                .sum();
    }

    /** Whether a listener is there and enabled. */
    public boolean listens(UUID loadBalancerId, UUID listenerId) {
        return appliance.inForce(Optional.of(Names.tenant(loadBalancerId))).stream()
                .flatMap(ltm -> ltm.virtuals().entrySet().stream())
                .anyMatch(entry -> entry.getKey().equals(Names.path(loadBalancerId, Names.listener(listenerId)))
                        && !entry.getValue().getBoolean("disabled", false));
    }

    /** Lets so many bytes come in by a listener, and twice as many go out. */
    public void traffic(UUID loadBalancerId, UUID listenerId, long bytes) {
        icontrol.traffic(Names.path(loadBalancerId, Names.listener(listenerId)), bytes);
    }

    /** Cannot be reached until the result is closed. */
    public Runnable cutOff() {
        int port = server.getAddress().getPort();
        server.stop(0);
        return () -> listen(port);
    }

    @Override
    public void close() {
        faults.hang(false);
        server.stop(0);
        tasks.close();
        threads.shutdownNow();
    }
}
