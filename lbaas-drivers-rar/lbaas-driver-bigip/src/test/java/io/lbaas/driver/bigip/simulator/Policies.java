package io.lbaas.driver.bigip.simulator;

import static io.lbaas.driver.bigip.simulator.Check.array;
import static io.lbaas.driver.bigip.simulator.Check.integer;
import static io.lbaas.driver.bigip.simulator.Check.object;
import static io.lbaas.driver.bigip.simulator.Check.oneOf;
import static io.lbaas.driver.bigip.simulator.Check.text;
import static io.lbaas.driver.bigip.simulator.Check.truth;
import static io.lbaas.driver.bigip.simulator.Check.use;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of the schema about policies. */
final class Policies {
    private static final Check COMPARISON = object(
            Map.of(
                    "operand",
                            oneOf(
                                    "equals",
                                    "does-not-equal",
                                    "starts-with",
                                    "does-not-start-with",
                                    "ends-with",
                                    "does-not-end-with",
                                    "contains",
                                    "does-not-contain"),
                    "values", array(1, text()),
                    "caseSensitive", truth()),
            "operand",
            "values");

    private static final Check CONDITION = typed(Map.of(
            "httpHost", List.of(object(typed("all", COMPARISON), "all")),
            "httpUri",
                    List.of(
                            object(typed("path", COMPARISON), "path"),
                            object(typed("extension", COMPARISON), "extension")),
            "httpHeader", List.of(object(typed("all", COMPARISON, "name", text()), "all", "name")),
            "httpCookie", List.of(object(typed("all", COMPARISON, "name", text()), "all", "name"))));

    private static final Check ACTION = typed(Map.of(
            "forward", List.of(object(typed("select", object(Map.of("pool", use("Pool")), "pool")), "select")),
            "httpRedirect", List.of(object(typed("location", text(), "code", integer(300, 399)), "location")),
            "tcl",
                    List.of(object(
                            typed(
                                    "setVariable",
                                    object(Map.of("name", text(), "expression", text()), "name", "expression")),
                            "setVariable"))));

    static final Map<String, Check> PROPERTIES = Map.of(
            "strategy", oneOf("all-match", "best-match", "first-match"),
            "rules",
                    array(
                            0,
                            object(
                                    Map.of(
                                            "name", text("[a-zA-Z0-9_\\-.:%]+", 64_000),
                                            "conditions", array(0, CONDITION),
                                            "actions", array(0, ACTION)),
                                    "name")));

    private Policies() {}

    private static Map<String, Check> typed(Object... namesAndChecks) {
        Map<String, Check> properties = new HashMap<>(Map.of("type", text(), "event", oneOf("request")));
        for (int i = 0; i < namesAndChecks.length; i += 2) {
            properties.put((String) namesAndChecks[i], (Check) namesAndChecks[i + 1]);
        }
        return properties;
    }

    /** An object of one of several forms, by its type. */
    private static Check typed(Map<String, List<Check>> byType) {
        return (path, value, findings) -> {
            List<Check> forms = value instanceof JsonObject object
                    ? byType.getOrDefault(object.getString("type", ""), List.of())
                    : List.of();
            boolean fits = forms.stream().anyMatch(form -> {
                Check.Findings own = new Check.Findings(findings.application(), new ArrayList<>());
                form.check(path, value, own);
                return own.errors().isEmpty();
            });
            if (!fits) {
                findings.add(path, "should match exactly one schema in oneOf");
            }
        };
    }
}
