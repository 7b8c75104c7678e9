package io.lbaas.driver.netscaler.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lbaas.driver.contract.LoopbackServer;
import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.driver.netscaler.simulator.Interpreter.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A simulated appliance that listens on a port of this host. */
public final class Simulator implements AutoCloseable {
    public static final String USER_NAME = "nsroot";
    public static final String PASSWORD = "nsroot-secret";

    private static final System.Logger LOG = System.getLogger(Simulator.class.getName());
    private static final int BUSY = 503;
    private static final Set<Fault.Kind> ANSWERED = EnumSet.of(
            Fault.Kind.SLOW,
            Fault.Kind.EXPIRE,
            Fault.Kind.LIE,
            Fault.Kind.RESET_AFTER,
            Fault.Kind.FAILOVER,
            Fault.Kind.UNFOLLOWED);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Configuration configuration = new Configuration();
    private final Traffic traffic = new Traffic(configuration.running);
    private final Interpreter interpreter = new Interpreter(configuration);
    private final Views views = new Views(configuration, traffic);
    private final Sessions sessions = new Sessions(USER_NAME, PASSWORD);
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private boolean primary = true;

    /** Starts an appliance without TLS; port 0 for any. */
    public Simulator(int port) {
        this(LoopbackServer.plain(port));
    }

    /** Starts an appliance with that certificate; port 0 for any. */
    public Simulator(int port, TestAuthority.Issued identity) {
        this(LoopbackServer.secure(port, identity));
    }

    private Simulator(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext(Wire.ROOT, this::handle);
        server.start();
    }

    /** Where it is. */
    public String url() {
        return LoopbackServer.url(server);
    }

    /** All requests so far, each in one line without its content. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The requests that changed something or tried to, with address and content; logins are none of these. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    public void forgetRequests() {
        requests.clear();
        changes.clear();
    }

    public void inject(Fault fault) {
        faults.add(fault);
    }

    public void heal() {
        faults.clear();
    }

    /** Starts it again with what was saved. */
    public synchronized void reboot() {
        configuration.reboot();
        traffic.reboot();
        sessions.expire(444);
    }

    public synchronized void primary(boolean isPrimary) {
        primary = isPrimary;
    }

    /** What monitors find at an address. */
    public synchronized void member(String address, boolean up) {
        traffic.member(address, up);
    }

    /** Adds to the counters of a server. */
    public synchronized void count(String serverName, Map<String, Long> more) {
        traffic.count(serverName, more);
    }

    /** Ends all sessions; 444 or 1027 is what requests in them are told. */
    public void expireSessions(int code) {
        sessions.expire(code);
    }

    public int openSessions() {
        return sessions.open();
    }

    /** Who may log in from now on; {@link #USER_NAME} with {@link #PASSWORD} at first. */
    public void account(String userName, String password) {
        sessions.account(userName, password);
    }

    /** The rows of a resource as they are configured. */
    public synchronized List<JsonObject> rows(String resource) {
        return List.copyOf(configuration.running.all(resource));
    }

    /** Configures something as another administrator would. */
    public synchronized void configure(String resource, JsonObject row) {
        configuration.create(resource, row);
    }

    /** Changes something as another administrator would. */
    public synchronized void change(String resource, JsonObject row) {
        configuration.update(resource, row);
    }

    /** Removes something as another administrator would. */
    public synchronized void remove(String resource, String name, Map<String, String> arguments) {
        configuration.delete(resource, name, arguments);
    }

    /** Whether TLS is set by profiles only, as is the default of new appliances. */
    public synchronized void defaultProfile(boolean on) {
        configuration.defaultProfile = on;
    }

    public synchronized void feature(String feature, boolean on) {
        configuration.enable(feature, on);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Wire.Request request = Wire.read(exchange);
            requests.add(request.command().toString());
            if (!request.command().method().equals("GET")
                    && !request.command().resource().startsWith("log")) {
                changes.add(request.text());
            }
            Fault fault = strike(request.command().toString());
            if (fault == null || meanwhile(fault, request)) {
                Answer answer = fault != null && fault.kind() == Fault.Kind.LIE
                        ? new Answer(200, Refusal.done())
                        : answer(request);
                if (fault != null && fault.kind() == Fault.Kind.UNFOLLOWED) {
                    answer = new Answer(599, Refusal.body(349, "Command failed on secondary node", "ERROR"));
                }
                if (fault == null || fault.kind() != Fault.Kind.RESET_AFTER) {
                    send(exchange, answer);
                }
            } else if (fault.kind() == Fault.Kind.BUSY || fault.kind() == Fault.Kind.FAIL) {
                send(exchange, refusal(fault));
            }
        } catch (Refusal e) {
            send(exchange, new Answer(e.status(), e.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A defect of the simulator, which a test must not take for a broken connection.
            LOG.log(System.Logger.Level.ERROR, "Cannot simulate", e);
            send(exchange, new Answer(500, Refusal.body(1, "Defect of the simulator: " + e, "ERROR")));
        } finally {
            exchange.close();
        }
    }

    private static Answer refusal(Fault fault) {
        return fault.kind() == Fault.Kind.BUSY
                ? new Answer(BUSY, Json.createObjectBuilder().build())
                : new Answer(599, Refusal.body(9999, "Internal error while processing", "ERROR"));
    }

    private synchronized Fault strike(String request) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.times() > 0 && request.matches(fault.pattern())) {
                faults.set(i, fault.struck());
                return fault;
            }
        }
        return null;
    }

    /** Whether the request is answered after all. */
    private boolean meanwhile(Fault fault, Wire.Request request) throws InterruptedException {
        switch (fault.kind()) {
            case SLOW -> end.await(fault.delay().toMillis(), TimeUnit.MILLISECONDS);
            case HANG -> end.await();
            case EXPIRE -> sessions.expire(444);
            case FAILOVER -> primary(false);
            case HALF -> half(request.command());
            default -> {
                // Takes no time.
            }
        }
        return ANSWERED.contains(fault.kind());
    }

    private synchronized void half(Command command) {
        command.objects().stream()
                .limit((command.objects().size() + 1) / 2)
                .forEach(object -> configuration.create(command.resource(), object));
    }

    private Answer answer(Wire.Request request) {
        Command command = request.command();
        if (command.resource().equals("login")) {
            return new Answer(201, sessions.login(command.objects().get(0)));
        }
        sessions.require(request);
        if (command.resource().equals("logout")) {
            sessions.logout(request.session());
            return new Answer(201, Refusal.done());
        }
        return work(request);
    }

    private synchronized Answer work(Wire.Request request) {
        Command command = request.command();
        if (command.resource().equals("hanode")) {
            JsonObject node = Json.createObjectBuilder()
                    .add("id", "0")
                    .add("state", primary ? "Primary" : "Secondary")
                    .build();
            return new Answer(
                    200,
                    Json.createObjectBuilder(Refusal.done())
                            .add("hanode", Json.createArrayBuilder().add(node))
                            .build());
        }
        if (command.method().equals("GET")) {
            return new Answer(200, request.statistics() ? views.stat(command) : views.config(command));
        }
        return primary ? interpreter.run(command) : forgotten(command);
    }

    /** The secondary node does as it is told, and the next synchronisation undoes it. */
    private Answer forgotten(Command command) {
        Tables before = configuration.running.copy();
        Answer answer = interpreter.run(command);
        configuration.running.replaceBy(before);
        return answer;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        String session = answer.body().getString("sessionid", null);
        if (session != null) {
            exchange.getResponseHeaders()
                    .set("Set-Cookie", "NITRO_AUTH_TOKEN=" + URLEncoder.encode(session, StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Waits until it is closed. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
