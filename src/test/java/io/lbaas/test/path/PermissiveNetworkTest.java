package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.OtherServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a rig without networks whatever ids a client makes up are taken as they are, and shown again. */
@ExtendWith(OtherServer.class)
class PermissiveNetworkTest {
    private final Api api;

    PermissiveNetworkTest(LbaasServer server) {
        api = OtherServer.operator(server);
    }

    @ParameterizedTest
    @CsvSource({
        "vip_subnet_id, ",
        "vip_network_id, ",
        "vip_port_id, ",
        "vip_subnet_id vip_network_id, 203.0.113.7",
        "vip_subnet_id vip_network_id vip_port_id, 2001:db8::7"
    })
    void unknownIdsAreEchoed(String names, String address) {
        JsonObjectBuilder asked = Json.createObjectBuilder();
        List.of(names.split(" ")).forEach(name -> asked.add(name, random()));
        if (address != null) {
            asked.add("vip_address", address);
        }
        JsonObject wanted = asked.build();

        JsonObject created = create(Json.createObjectBuilder(wanted));

        assertThat(created).containsAllEntriesOf(wanted);
        for (String name : List.of("vip_subnet_id", "vip_network_id", "vip_port_id", "vip_address")) {
            assertThat(created.get(name)).as(name).isNotEqualTo(JsonValue.NULL);
        }
        JsonObject shown = settled(created);
        assertThat(shown).containsAllEntriesOf(wanted).containsEntry("operating_status", Json.createValue("OFFLINE"));
        remove(created);
    }

    @Test
    void soAreThoseOfAdditionalVipsMembersAndPolicies() {
        String subnet = random();
        String policy = random();
        JsonObject created = create(Json.createObjectBuilder()
                .add("vip_network_id", random())
                .add("vip_subnet_id", random())
                .add("vip_qos_policy_id", policy)
                .add(
                        "additional_vips",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("subnet_id", subnet))));

        assertThat(created.getString("vip_qos_policy_id")).isEqualTo(policy);
        assertThat(created.getJsonArray("additional_vips").getJsonObject(0).getString("subnet_id"))
                .isEqualTo(subnet);
        settled(created);
        String pool = api.create(
                        "pools",
                        "pool",
                        Json.createObjectBuilder()
                                .add("loadbalancer_id", created.getString("id"))
                                .add("protocol", "TCP")
                                .add("lb_algorithm", "ROUND_ROBIN"))
                .getString("id");
        settled(created);
        JsonObject member = api.create(
                "pools/" + pool + "/members",
                "member",
                Json.createObjectBuilder()
                        .add("address", "192.0.2.1")
                        .add("protocol_port", 80)
                        .add("subnet_id", subnet));
        assertThat(member.getString("subnet_id")).isEqualTo(subnet);
        settled(created);
        remove(created);
    }

    @ParameterizedTest
    @ValueSource(strings = {"networks", "subnets", "ports"})
    void clientsFindWhatTheyLookUp(String collection) {
        String id = random();
        assertThat(api.send("GET", "/v2.0/" + collection + "?id=" + id, null)
                        .json()
                        .getJsonArray(collection)
                        .getValuesAs(JsonObject.class))
                .extracting(found -> found.getString("id"))
                .containsExactly(id);
    }

    private JsonObject create(JsonObjectBuilder attributes) {
        return api.create("loadbalancers", "loadbalancer", attributes.add("provider", "noop"));
    }

    private JsonObject settled(JsonObject created) {
        return api.awaitStatus("loadbalancers/" + created.getString("id"), "loadbalancer", "ACTIVE");
    }

    private void remove(JsonObject created) {
        api.delete("loadbalancers/" + created.getString("id") + "?cascade=true");
        api.awaitGone("loadbalancers/" + created.getString("id"));
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
