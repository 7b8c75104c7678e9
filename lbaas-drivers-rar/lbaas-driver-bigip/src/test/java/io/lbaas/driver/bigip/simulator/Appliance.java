package io.lbaas.driver.bigip.simulator;

import io.lbaas.driver.bigip.declaration.Doc;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What AS3 keeps of each tenant, and what is in force of it. One declaration is worked on at a time. */
final class Appliance {
    private static final int OK = 200;
    private static final int MIXED = 207;
    private static final int UNPROCESSABLE = 422;
    private static final String LOCK = "optimisticLockKey";

    private final Faults faults;
    private final Map<String, JsonObject> declared = new TreeMap<>();
    private final Map<String, Ltm> inForce = new TreeMap<>();

    Appliance(Faults faults) {
        this.faults = faults;
    }

    /** The results of a declaration, as a task shows them. */
    synchronized JsonObject deploy(JsonObject body, boolean dryRun) {
        JsonObject declaration = declaration(body);
        List<String> errors = Schema.check(declaration);
        if (!errors.isEmpty()) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            errors.forEach(all::add);
            return Doc.object()
                    .add("code", UNPROCESSABLE)
                    .add("message", "declaration is invalid")
                    .add("errors", all)
                    .add("host", "localhost")
                    .add("tenant", Doc.strings(tenants(body).filter(tenant -> blamed(tenant, errors))))
                    .build();
        }
        JsonArrayBuilder results = Json.createArrayBuilder();
        List<Integer> codes = new ArrayList<>();
        tenants(body).forEach(name -> {
            JsonObject result = deploy(name, declaration.getJsonObject(name), dryRun);
            codes.add(result.getInt("code"));
            results.add(result);
        });
        int code = codes.stream().distinct().count() > 1 ? MIXED : codes.isEmpty() ? OK : codes.get(0);
        return Doc.object().add("code", code).add("results", results).build();
    }

    private static JsonObject declaration(JsonObject body) {
        return body.getString("class", "").equals("AS3") ? body.getJsonObject("declaration") : body;
    }

    /** The names of the tenants in a request. */
    static Stream<String> tenants(JsonObject body) {
        return declaration(body).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof JsonObject object
                        && object.getString("class", "").equals("Tenant"))
                .map(Map.Entry::getKey);
    }

    private static boolean blamed(String tenant, List<String> errors) {
        return errors.stream().anyMatch(error -> error.startsWith("/" + tenant + "/"));
    }

    /** A tenant is changed as a whole or not at all. */
    private JsonObject deploy(String name, JsonObject wanted, boolean dryRun) {
        JsonObject tenant = Json.createObjectBuilder(wanted).remove(LOCK).build();
        if (wanted.containsKey(LOCK)
                && declared.containsKey(name)
                && !key(declared.get(name)).equals(wanted.getString(LOCK))) {
            return result(name, UNPROCESSABLE)
                    .add(
                            "message",
                            "The hash you submitted does not match the hash on the current Tenant. This usually indicates"
                                    + " there was a change to the Tenant since you pulled this hash. You will want to do a"
                                    + " GET and see what the changes are.")
                    .build();
        }
        Ltm made = Ltm.of(name, tenant);
        Optional<String> refusal = refusal(name, made);
        if (refusal.isPresent()) {
            return result(name, UNPROCESSABLE)
                    .add("message", "declaration failed")
                    .add("response", refusal.get())
                    .build();
        }
        boolean same = tenant.equals(declared.get(name)) && made.equals(inForce.get(name));
        if (!dryRun && !faults.lie()) {
            put(name, tenant, made);
        }
        return result(name, OK).add("message", same ? "no change" : "success").build();
    }

    private void put(String name, JsonObject tenant, Ltm made) {
        if (tenant.size() < 2) {
            declared.remove(name);
            inForce.remove(name);
        } else {
            declared.put(name, tenant);
            inForce.put(name, made);
        }
    }

    private Optional<String> refusal(String name, Ltm made) {
        Optional<String> member = made.pools().values().stream()
                .flatMap(pool -> pool.getJsonObject("membersReference").getJsonArray("items").stream())
                .map(item -> item.asJsonObject().getString("address"))
                .filter(faults.refusedAddresses()::contains)
                .findFirst()
                .map(address -> "0107176c:3: Invalid Node, the IP address " + address + " already exists.");
        return member.or(
                () -> made.virtuals().values().stream()
                        .filter(virtual -> inForce.entrySet().stream()
                                .filter(other -> !other.getKey().equals(name))
                                .flatMap(other -> other.getValue().virtuals().values().stream())
                                .anyMatch(other -> endpoint(other).equals(endpoint(virtual))))
                        .findFirst()
                        .map(
                                virtual -> "01070333:3: Virtual Server " + virtual.getString("fullPath")
                                        + " illegally shares destination address, source address, service port, ip-protocol, and vlan"));
    }

    private static String endpoint(JsonObject virtual) {
        return virtual.getString("ipProtocol") + virtual.getString("destination");
    }

    private static JsonObjectBuilder result(String tenant, int code) {
        return Doc.object()
                .add("code", code)
                .add("lineCount", 1)
                .add("host", "localhost")
                .add("tenant", tenant)
                .add("runTime", 1);
    }

    /** The key of a tenant's state, as AS3 computes it. */
    private static String key(JsonObject tenant) {
        try {
            byte[] encoded = Base64.getEncoder().encode(tenant.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The declaration with some tenants, or with all where none is named. */
    synchronized JsonObject declaration(List<String> names, boolean withKeys) {
        JsonObjectBuilder declaration =
                Doc.of("ADC").add("schemaVersion", "3.56.0").add("updateMode", "selective");
        declared.forEach((name, tenant) -> {
            if (names.isEmpty() || names.contains(name)) {
                declaration.add(
                        name,
                        withKeys
                                ? Json.createObjectBuilder(tenant)
                                        .add(LOCK, key(tenant))
                                        .build()
                                : tenant);
            }
        });
        return declaration.build();
    }

    synchronized List<String> missing(List<String> names) {
        return names.stream().filter(name -> !declared.containsKey(name)).toList();
    }

    synchronized boolean empty() {
        return declared.isEmpty();
    }

    /** Does something to what is in force of a tenant, as with the device's own tools. */
    synchronized void tamper(String tenant, UnaryOperator<Ltm> change) {
        inForce.computeIfPresent(tenant, (name, ltm) -> change.apply(ltm));
    }

    /** Does something to what is in force of all tenants. */
    synchronized void tamper(UnaryOperator<Ltm> change) {
        List.copyOf(inForce.keySet()).forEach(tenant -> tamper(tenant, change));
    }

    /** What is in force, in one partition or in all. */
    synchronized List<Ltm> inForce(Optional<String> partition) {
        return inForce.entrySet().stream()
                .filter(entry -> partition.isEmpty() || partition.get().equals(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
