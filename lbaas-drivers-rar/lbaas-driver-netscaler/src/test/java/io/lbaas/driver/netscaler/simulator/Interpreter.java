package io.lbaas.driver.netscaler.simulator;

import io.lbaas.driver.netscaler.simulator.Schema.Shape;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/** Does what commands say. */
final class Interpreter {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int MULTI_STATUS = 207;
    private final Configuration configuration;

    Interpreter(Configuration configuration) {
        this.configuration = configuration;
    }

    /** An answer of the appliance. */
    record Answer(int status, JsonObject body) {}

    Answer run(Command command) {
        if (command.method().equals("DELETE")) {
            configuration.delete(command.resource(), command.name(), command.arguments());
            return new Answer(OK, Refusal.done());
        }
        return command.bulk() ? several(command) : single(command);
    }

    private Answer single(Command command) {
        one(command, command.objects().get(0));
        boolean created = command.method().equals("POST") && command.action().isEmpty();
        return new Answer(created ? CREATED : OK, Refusal.done());
    }

    private Answer several(Command command) {
        boolean rollback = command.onError().equals("rollback");
        if (rollback && !adds(command)) {
            throw Refusal.of(400, 1090, "Rollback is supported for add and bind only");
        }
        Tables before = configuration.running.copy();
        List<JsonObject> answers = new ArrayList<>();
        boolean failed = false;
        for (JsonObject object : command.objects()) {
            try {
                one(command, object);
                answers.add(Refusal.done());
            } catch (Refusal e) {
                answers.add(e.body());
                failed = true;
                if (!command.onError().equals("continue")) {
                    break;
                }
            }
        }
        if (failed && rollback) {
            configuration.running.replaceBy(before);
        }
        if (!failed) {
            return new Answer(command.method().equals("POST") ? CREATED : OK, Refusal.done());
        }
        JsonArrayBuilder list = Json.createArrayBuilder(answers);
        return new Answer(
                MULTI_STATUS,
                Json.createObjectBuilder(Refusal.body(1243, "Bulk operation failed", "ERROR"))
                        .add("response", list)
                        .build());
    }

    private boolean adds(Command command) {
        return command.action().isEmpty()
                && (command.method().equals("POST")
                        || configuration.schema.resource(command.resource()).shape() == Shape.BINDING);
    }

    private void one(Command command, JsonObject object) {
        String resource = command.resource();
        switch (command.action()) {
            case "" -> createOrUpdate(command, object);
            case "enable", "disable" -> turn(resource, object, command.action().equals("enable"));
            case "unset" -> configuration.unset(resource, object);
            case "save" -> configuration.save();
            case "link", "unlink" -> configuration.link(object, command.action().equals("link"));
            default -> throw Refusal.badValue("action", command.action());
        }
    }

    private void createOrUpdate(Command command, JsonObject object) {
        boolean binding = configuration.schema.resource(command.resource()).shape() == Shape.BINDING;
        if (command.method().equals("POST") || binding) {
            configuration.create(command.resource(), object);
        } else {
            configuration.update(command.resource(), object);
        }
    }

    private void turn(String resource, JsonObject object, boolean on) {
        if (resource.equals("nsfeature")) {
            object.getJsonArray("feature")
                    .getValuesAs(JsonString.class)
                    .forEach(feature -> configuration.enable(feature.getString(), on));
        } else {
            configuration.turn(resource, object, on);
        }
    }
}
