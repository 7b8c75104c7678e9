package io.lbaas.web.resource;

import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A version of the API, which adds to the one before. Clients switch features on by the highest.
 *
 * @param updated when it was published
 */
record ApiVersion(String id, String updated) {

    /** Oldest first. */
    static final List<ApiVersion> ALL = List.of(
            new ApiVersion("v2.0", "2016-12-11T00:00:00Z"),
            new ApiVersion("v2.1", "2018-04-20T00:00:00Z"),
            new ApiVersion("v2.2", "2018-07-31T00:00:00Z"),
            new ApiVersion("v2.3", "2018-12-18T00:00:00Z"),
            new ApiVersion("v2.4", "2018-12-19T00:00:00Z"),
            new ApiVersion("v2.5", "2019-01-21T00:00:00Z"),
            new ApiVersion("v2.6", "2019-01-25T00:00:00Z"),
            new ApiVersion("v2.7", "2018-01-25T12:00:00Z"),
            new ApiVersion("v2.8", "2019-02-12T00:00:00Z"),
            new ApiVersion("v2.9", "2019-03-04T00:00:00Z"),
            new ApiVersion("v2.10", "2019-03-05T00:00:00Z"),
            new ApiVersion("v2.11", "2019-06-24T00:00:00Z"),
            new ApiVersion("v2.12", "2019-09-11T00:00:00Z"),
            new ApiVersion("v2.13", "2019-09-13T00:00:00Z"),
            new ApiVersion("v2.14", "2019-11-10T00:00:00Z"),
            new ApiVersion("v2.15", "2020-03-10T00:00:00Z"),
            new ApiVersion("v2.16", "2020-03-15T00:00:00Z"),
            new ApiVersion("v2.17", "2020-04-29T00:00:00Z"),
            new ApiVersion("v2.18", "2020-04-29T00:00:00Z"),
            new ApiVersion("v2.19", "2020-05-12T00:00:00Z"),
            new ApiVersion("v2.20", "2020-08-02T00:00:00Z"),
            new ApiVersion("v2.21", "2020-09-03T00:00:00Z"),
            new ApiVersion("v2.22", "2020-09-04T00:00:00Z"),
            new ApiVersion("v2.23", "2020-09-07T00:00:00Z"),
            new ApiVersion("v2.24", "2020-10-15T00:00:00Z"),
            new ApiVersion("v2.25", "2021-10-02T00:00:00Z"),
            new ApiVersion("v2.26", "2022-08-29T00:00:00Z"),
            new ApiVersion("v2.27", "2023-05-05T00:00:00Z"));

    private static final ApiVersion CURRENT = ALL.get(ALL.size() - 1);

    /** All versions as discovery shows them: every one is served at the same place. */
    static JsonArray document(String root) {
        return JsonOutput.array(ALL.stream().map(version -> version.shown(root + "/v2")));
    }

    private JsonObject shown(String href) {
        return JsonOutput.object()
                .add("id", id)
                .add("status", equals(CURRENT) ? "CURRENT" : "SUPPORTED")
                .add("updated", updated)
                .add(
                        "links",
                        JsonOutput.array()
                                .add(JsonOutput.object().add("href", href).add("rel", "self")))
                .build();
    }
}
