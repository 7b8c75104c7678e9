package io.lbaas.driver.bigip.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.lbaas.driver.bigip.declaration.Doc;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Answers requests. */
final class Api implements HttpHandler {
    private static final String DECLARE = "/mgmt/shared/appsvcs/declare";
    private static final String TASK = "/mgmt/shared/appsvcs/task";
    private static final String TOKENS = "/mgmt/shared/authz/tokens/";
    private final Faults faults;
    private final Tokens tokens;
    private final Appliance appliance;
    private final Tasks tasks;
    private final Icontrol icontrol;
    private final List<String> log = new CopyOnWriteArrayList<>();

    Api(Faults faults, Tokens tokens, Appliance appliance, Tasks tasks, Icontrol icontrol) {
        this.faults = faults;
        this.tokens = tokens;
        this.appliance = appliance;
        this.tasks = tasks;
        this.icontrol = icontrol;
    }

    private record Answer(int status, JsonValue body) {
        static Answer of(int status, String message) {
            return new Answer(
                    status,
                    Doc.object().add("code", status).add("message", message).build());
        }
    }

    /** Method and path of each request, in order. */
    List<String> log() {
        return log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        boolean declares = method.equals("POST") && path.startsWith(DECLARE);
        log.add(method + " " + path);
        if (declares && faults.reset()) {
            exchange.getRequestBody().read();
            exchange.close();
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        while (faults.hang()) {
            LockSupport.parkNanos(5_000_000);
        }
        LockSupport.parkNanos(faults.answerTime().toNanos());
        Answer answer = answer(exchange, method, path, body);
        if (declares && faults.unanswered()) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        boolean empty = answer.status() == 204;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Answer answer(HttpExchange exchange, String method, String path, String body) {
        if (path.equals("/mgmt/shared/authn/login")) {
            return logIn(body);
        }
        if (!tokens.allows(exchange.getRequestHeaders())) {
            return Answer.of(401, "X-F5-Auth-Token does not exist.");
        }
        if (path.startsWith(TOKENS) && method.equals("DELETE")) {
            tokens.giveBack(path.substring(TOKENS.length()));
            return Answer.of(200, "done");
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        if (path.startsWith("/mgmt/shared/appsvcs")) {
            return faults.starting()
                    ? Answer.of(404, "Public URI path not registered")
                    : appsvcs(method, path, query, body);
        }
        return icontrol.get(path, query)
                .map(found -> new Answer(200, found))
                .orElseGet(() -> Answer.of(404, "Public URI path not registered: " + path));
    }

    private Answer logIn(String body) {
        if (tokens.exhausted()) {
            return new Answer(
                    400,
                    Doc.object()
                            .add("code", 400)
                            .add(
                                    "message",
                                    "user 21232f29-7a57-35a7-8389-4a0e4a801fc3 has reached maximum active login tokens")
                            .add("originalRequestBody", body)
                            .build());
        }
        JsonObject login = parse(body).orElse(JsonValue.EMPTY_JSON_OBJECT);
        return tokens.logIn(login.getString("username", ""), login.getString("password", ""))
                .map(token -> new Answer(
                        200,
                        Doc.object()
                                .add("token", Doc.object().add("token", token).add("timeout", 1200))
                                .build()))
                .orElseGet(() -> Answer.of(401, "Authentication failed."));
    }

    private Answer appsvcs(String method, String path, String query, String body) {
        if (path.equals("/mgmt/shared/appsvcs/info")) {
            return new Answer(
                    200,
                    Doc.object()
                            .add("version", faults.version())
                            .add("release", "10")
                            .add("schemaCurrent", faults.version())
                            .add("schemaMinimum", "3.0.0")
                            .build());
        }
        if (path.startsWith(TASK)) {
            return task(path.substring(TASK.length()).replace("/", ""));
        }
        if (!path.startsWith(DECLARE)) {
            return Answer.of(404, "Public URI path not registered");
        }
        return method.equals("POST")
                ? declare(query, body)
                : declared(path.substring(DECLARE.length()).replace("/", ""), query.contains("showHash=true"));
    }

    private Answer task(String id) {
        if (id.isEmpty()) {
            var items = Json.createArrayBuilder();
            tasks.records().forEach(items::add);
            return new Answer(200, Doc.object().add("items", items).build());
        }
        return tasks.record(id)
                .map(record -> new Answer(200, record))
                .orElseGet(() -> Answer.of(404, "No record found with ID of " + id));
    }

    private Answer declare(String query, String body) {
        Optional<JsonObject> declaration = parse(body);
        if (declaration.isEmpty()) {
            return Answer.of(400, "declaration is not valid JSON");
        }
        if (query.contains("controls.dryRun=true")) {
            JsonObject result = appliance.deploy(declaration.get(), true);
            return new Answer(result.getInt("code"), result);
        }
        if (!query.contains("async=true")) {
            return tasks.make(declaration.get())
                    .map(result -> new Answer(result.getInt("code"), result))
                    .orElseGet(() -> Answer.of(503, Tasks.BUSY));
        }
        return new Answer(202, Tasks.accepted(tasks.submit(declaration.get())));
    }

    private Answer declared(String tenants, boolean withKeys) {
        List<String> names = tenants.isEmpty() ? List.of() : List.of(tenants.split(","));
        if (appliance.empty()) {
            return names.isEmpty()
                    ? Answer.of(204, "no declarations found")
                    : Answer.of(404, "declaration in specified path not found");
        }
        List<String> missing = appliance.missing(names);
        return missing.isEmpty()
                ? new Answer(200, appliance.declaration(names, withKeys))
                : Answer.of(404, "specified Tenant(s) '" + String.join(",", missing) + "' not found in declaration");
    }

    private static Optional<JsonObject> parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
