package io.lbaas.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Accounts.AccountRequest;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory.Device;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceHealth;
import io.lbaas.plugin.api.Inventory.DeviceRequest;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.web.rendering.JsonOutput;
import jakarta.validation.ConstraintViolationException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdminInputTest {

    private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final DeviceDescription DEVICE = new DeviceDescription(
            "lb1",
            "haproxy",
            Map.of("address", "127.0.0.1"),
            100,
            DeviceState.ENABLED,
            List.of(ID),
            null,
            List.of(),
            600);

    @Test
    void aDeviceIsReadAsTheOperatorWroteIt() {
        assertThat(AdminInput.read(
                        DeviceRequest.class,
                        input("{'name': 'lb1', 'driver': 'haproxy', 'settings': {'address': '127.0.0.1'},"
                                + " 'capacity': 100, 'state': 'ENABLED', 'vip_subnet_ids': ['" + ID + "'],"
                                + " 'evacuate_after': 600, 'credentials': {'password': 'open sesame'}}")))
                .isEqualTo(new DeviceRequest(DEVICE, Map.of("password", "open sesame")));
    }

    @Test
    void aDeviceIsShownFlat() {
        Device device = new Device(
                ID, DEVICE, Set.of("password"), 3, 1, DeviceHealth.PROBING, null, null, null, null, null, null, null);

        assertThat(JsonOutput.object(device).build().keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "driver",
                        "settings",
                        "capacity",
                        "state",
                        "vip_subnet_ids",
                        "zone",
                        "flavor_ids",
                        "evacuate_after",
                        "credential_keys",
                        "load_balancers",
                        "stale_load_balancers",
                        "evacuation",
                        "evacuation_note",
                        "health",
                        "health_since",
                        "product",
                        "message",
                        "capabilities",
                        "probed_at");
    }

    @Test
    void anAccountTakesItsNameFromThePath() {
        AccountRequest account = AdminInput.read(
                AccountRequest.class,
                input("{'password': 'correct horse', 'project_id': 'p', 'roles': ['member', 'reader']}"),
                "ann");

        assertThat(account).isEqualTo(new AccountRequest("ann", "correct horse", "p", Set.of("member", "reader")));
    }

    @Test
    void whatIsMissingUnknownOrOutOfRangeIsRefused() {
        assertThatThrownBy(() -> read("{'name': 'lb1'}")).hasMessageContaining("Mandatory field missing.");
        assertThatThrownBy(() -> read("{'foo': 1}")).hasMessage("Unknown attribute for argument body: foo");
        assertThatThrownBy(() -> read("[]")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> AdminInput.read(
                        AccountRequest.class, input("{'password': 'short', 'project_id': 'p', 'roles': []}"), "ann"))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void credentialsAreInNoMessage() {
        String device = "{'name': 'lb1', 'driver': 'noop', 'settings': {}, 'capacity': 1, 'state': 'ENABLED',"
                + " 'vip_subnet_ids': [], 'credentials': {'password': 'open sesame'%s}}";
        DeviceRequest request = read(device.formatted(""));

        assertThat(request.credentials()).containsValue("open sesame");
        assertThat(request.toString()).doesNotContain("sesame");
        assertThatThrownBy(() -> read(device.formatted(", 'port': 1")))
                .message()
                .contains("credentials")
                .doesNotContain("sesame");
    }

    private static DeviceRequest read(String json) {
        return AdminInput.read(DeviceRequest.class, input(json));
    }

    private static InputStream input(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
