package io.lbaas.keystone;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The account with which we speak to Keystone; user, project and domains by name. */
public record ServiceUser(String name, String domain, String password, String project, String projectDomain) {

    /** The body of a request for a token. */
    JsonObject authentication() {
        var user = Json.createObjectBuilder()
                .add("name", name)
                .add("domain", named(domain))
                .add("password", password);
        var scope = Json.createObjectBuilder().add("name", project).add("domain", named(projectDomain));
        var identity = Json.createObjectBuilder()
                .add("methods", Json.createArrayBuilder().add("password"))
                .add("password", Json.createObjectBuilder().add("user", user));
        return Json.createObjectBuilder()
                .add(
                        "auth",
                        Json.createObjectBuilder()
                                .add("identity", identity)
                                .add("scope", Json.createObjectBuilder().add("project", scope)))
                .build();
    }

    private static JsonObject named(String name) {
        return Json.createObjectBuilder().add("name", name).build();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ServiceUser[" + name + " of " + domain + "]";
    }
}
