package io.lbaas.driver.bigip.simulator;

import static io.lbaas.driver.bigip.simulator.Check.address;
import static io.lbaas.driver.bigip.simulator.Check.array;
import static io.lbaas.driver.bigip.simulator.Check.distinct;
import static io.lbaas.driver.bigip.simulator.Check.integer;
import static io.lbaas.driver.bigip.simulator.Check.object;
import static io.lbaas.driver.bigip.simulator.Check.oneOf;
import static io.lbaas.driver.bigip.simulator.Check.text;

import io.lbaas.driver.bigip.simulator.Check.Findings;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks a declaration as AS3 3.56 does. A class or property that nobody looked up in its schema is refused. */
public final class Schema {
    static final Check LABEL = text("[^\\x00-\\x1f\"#&*<>?\\[-\\]`\\x7f]*", 64);
    static final Check REMARK = text("[^\\x00-\\x1f\"\\\\\\x7f]*", 64);

    private static final Check VERSION = text("3[.]([0-9]|[1234][0-9]|5[0-6])($|[.][0-9]+$)", 16);
    private static final String TENANT_NAME = "[A-Za-z][0-9A-Za-z_.-]{0,189}";

    /** Names that other objects refer to. */
    private static final String OBJECT_NAME = "[A-Za-z][0-9A-Za-z_]{0,63}";

    private static final Map<String, Check> ADC = Map.of(
            "class",
            oneOf("ADC"),
            "schemaVersion",
            VERSION,
            "updateMode",
            oneOf("selective"),
            "id",
            text("[^\\x00-\\x20\"'<>\\\\^`|\\x7f]*", 255),
            "label",
            LABEL,
            "remark",
            REMARK);

    private static final Map<String, Check> TENANT = Map.of(
            "class", oneOf("Tenant"),
            "label", LABEL,
            "remark", REMARK,
            "enable", Check.truth(),
            "defaultRouteDomain", integer(0, 65_535),
            "optimisticLockKey", text("(?s).*", 128));

    private static final Map<String, Check> APPLICATION = Map.of(
            "class", oneOf("Application"),
            "label", LABEL,
            "remark", REMARK,
            "template", oneOf("generic", "http", "https", "tcp", "udp", "sctp", "l4"),
            "enable", Check.truth());

    private Schema() {}

    /** What is wrong with a declaration; nothing where AS3 would accept it. */
    public static List<String> check(JsonObject declaration) {
        Findings findings = new Findings(JsonValue.EMPTY_JSON_OBJECT, new ArrayList<>());
        require("", declaration, findings, "class", "schemaVersion");
        declaration.forEach((name, value) -> {
            if (ADC.containsKey(name)) {
                ADC.get(name).check("/" + name, value, findings);
            } else {
                tenant(name, value, findings);
            }
        });
        return findings.errors();
    }

    private static void tenant(String name, JsonValue value, Findings findings) {
        String path = "/" + name;
        if (!name.matches(TENANT_NAME) || !(value instanceof JsonObject tenant)) {
            findings.add(path, "should be a Tenant");
            return;
        }
        require(path, tenant, findings, "class");
        tenant.forEach((part, content) -> {
            if (TENANT.containsKey(part)) {
                TENANT.get(part).check(path + "/" + part, content, findings);
            } else {
                application(path + "/" + part, content, findings);
            }
        });
    }

    private static void application(String path, JsonValue value, Findings findings) {
        if (!(value instanceof JsonObject application)) {
            findings.add(path, "should be an Application");
            return;
        }
        Findings within = new Findings(application, findings.errors());
        require(path, application, within, "class");
        application.forEach((name, content) -> {
            if (APPLICATION.containsKey(name)) {
                APPLICATION.get(name).check(path + "/" + name, content, within);
            } else if (!name.matches(OBJECT_NAME)) {
                within.add(path, "property name '" + name + "' is invalid");
            } else {
                classed(path + "/" + name, content, within);
            }
        });
    }

    private static void classed(String path, JsonValue value, Findings findings) {
        String name = value instanceof JsonObject object && object.get("class") instanceof JsonString text
                ? text.getString()
                : "";
        Check check = Classes.ALL.get(name);
        if (check == null) {
            findings.add(path + "/class", "should be equal to one of the allowed values");
        } else {
            check.check(path, value, findings);
        }
    }

    private static void require(String path, JsonObject object, Findings findings, String... names) {
        for (String name : names) {
            if (!object.containsKey(name)) {
                findings.add(path, "should have required property '" + name + "'");
            }
        }
    }

    /** Records of a data group whose keys are of that kind. */
    static Check records(Check key) {
        return array(0, object(Map.of("key", key, "value", text()), "key"));
    }

    static Check addresses() {
        return distinct(array(1, address()));
    }
}
