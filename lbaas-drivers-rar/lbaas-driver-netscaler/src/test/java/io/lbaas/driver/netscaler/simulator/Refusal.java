package io.lbaas.driver.netscaler.simulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** An error as the appliance tells it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SPECIFIC = 599;
    private final int code;
    private final int status;

    private Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal notPermitted() {
        return new Refusal(403, 257, "Operation not permitted");
    }

    static Refusal missing(String what, String name) {
        return new Refusal(404, 258, "No such resource [" + what + ", " + name + "]");
    }

    static Refusal exists(String what, String name) {
        return new Refusal(409, 273, "Resource already exists [" + what + ", " + name + "]");
    }

    static Refusal wrongPassword() {
        return new Refusal(401, 354, "Invalid username or password");
    }

    static Refusal expired(int code) {
        return new Refusal(401, code, "Session expired or killed. Please login again");
    }

    static Refusal featureOff(String feature) {
        return new Refusal(SPECIFIC, 1067, "Feature(s) not enabled [" + feature + "]");
    }

    static Refusal unknownArgument(String name) {
        return new Refusal(400, 1090, "Invalid argument [" + name + "]");
    }

    static Refusal prerequisite(String what) {
        return new Refusal(SPECIFIC, 1093, "Argument pre-requisite missing [" + what + "]");
    }

    static Refusal required(String name) {
        return new Refusal(400, 1095, "Required argument missing [" + name + "]");
    }

    static Refusal badValue(String name, Object value) {
        return new Refusal(400, 1097, "Invalid argument value [" + name + ", " + value + "]");
    }

    static Refusal monitorBound(String what) {
        return new Refusal(SPECIFIC, 2133, "The monitor is already bound to the service [" + what + "]");
    }

    static Refusal inUse(String what) {
        return new Refusal(SPECIFIC, 315, "Resource in use [" + what + "]");
    }

    static Refusal fileExists() {
        return new Refusal(409, 1642, "Cannot create output file. File already exists");
    }

    static Refusal defaultProfile() {
        return new Refusal(SPECIFIC, 3740, "Operation not permitted. To do this disable the default SSL profile");
    }

    static Refusal of(int status, int code, String message) {
        return new Refusal(status, code, message);
    }

    int status() {
        return status;
    }

    JsonObject body() {
        return body(code, getMessage(), "ERROR");
    }

    static JsonObject body(int code, String message, String severity) {
        return Json.createObjectBuilder()
                .add("errorcode", code)
                .add("message", message)
                .add("severity", severity)
                .build();
    }

    static JsonObject done() {
        return body(0, "Done", "NONE");
    }
}
