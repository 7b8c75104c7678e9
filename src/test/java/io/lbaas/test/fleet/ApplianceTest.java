package io.lbaas.test.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.WatchfulServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NetScaler and BIG-IP, simulated, from their registration to the end of the last load balancer; both at once. */
@ExtendWith(WatchfulServer.class)
class ApplianceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECOND_PASSWORD = "the second of its passwords";
    private static final Duration CLOSELY = Duration.ofMillis(50);

    private final LbaasServer server;
    private final Api operator;
    private final Api tenant;
    private final BigipAppliance bigip = new BigipAppliance();
    private final List<Appliance> appliances = List.of(new NetscalerAppliance(), bigip);

    ApplianceTest(LbaasServer server) {
        this.server = server;
        operator = server.admin();
        tenant = server.account("tenant", "battery-staple-horse", "tenant", List.of("load-balancer_member"));
    }

    @AfterEach
    void close() {
        appliances.forEach(Appliance::close);
    }

    @Test
    void aWholeLoadBalancerServesIsWatchedAndLeavesNothingBehind() {
        List<Hosted> all = appliances.stream().map(this::ofFlavor).toList();
        all.forEach(Hosted::awaitActive);
        all.forEach(each -> each.awaitOperating("ONLINE"));

        all.forEach(each -> each.member(Hosted.RED, false));
        all.forEach(each -> each.awaitOperating("DEGRADED"));
        all.forEach(each -> each.member(Hosted.BLUE, false));
        all.forEach(each -> each.awaitOperating("ERROR"));
        all.forEach(Hosted::awaitMoreBytes);

        appliances.forEach(Appliance::reboot);
        all.forEach(each -> each.member(Hosted.RED, true));
        all.forEach(each -> each.awaitOperating("DEGRADED"));
        all.forEach(Hosted::awaitMoreBytes);

        appliances.forEach(appliance -> appliance.changePassword(SECOND_PASSWORD));
        all.forEach(each -> each.device().awaitHealth("UNREACHABLE"));
        all.forEach(each -> setPassword(each.device(), SECOND_PASSWORD));
        all.forEach(each -> each.device().awaitHealth("REACHABLE"));
        all.forEach(each -> each.change(500));
        all.forEach(Hosted::awaitActive);
        all.forEach(Hosted::delete);
    }

    @Test
    void whatGoesWrongForAWhileIsWaitedForOrRepaired() {
        appliances.forEach(Appliance::neglectToSave);
        List<Hosted> all = appliances.stream().map(this::ofProvider).toList();
        all.forEach(Hosted::awaitActive);
        appliances.forEach(Appliance::reboot);
        all.forEach(each ->
                assertThat(each.appliance().serves(each.id(), each.listener())).isFalse());
        appliances.forEach(Appliance::heal);
        all.forEach(Hosted::awaitActive);

        appliances.forEach(Appliance::beBusy);
        all.forEach(each -> each.changeInVain(400));
        appliances.forEach(Appliance::heal);
        appliances.forEach(appliance -> appliance.beSlow(Duration.ofSeconds(2)));
        all.forEach(Hosted::awaitActive);
        appliances.forEach(Appliance::heal);

        appliances.forEach(Appliance::hang);
        all.forEach(each -> each.change(300));
        all.forEach(each -> each.device().awaitHealth("UNREACHABLE"));
        all.forEach(each -> assertThat(each.status()).isEqualTo("PENDING_UPDATE"));
        appliances.forEach(Appliance::heal);
        all.forEach(each -> each.device().awaitHealth("REACHABLE"));
        all.forEach(Hosted::awaitActive);
        all.forEach(Hosted::delete);
    }

    /** What is known of the task is in the queue alone. */
    @Test
    void aTaskThatWasAskedAfterWhenTheServerWasKilledIsSettledAfterTheNextStart() {
        Hosted hosted = ofProvider(bigip);
        hosted.awaitActive();
        bigip.stall();
        hosted.change(200);
        long before = bigip.polls();
        await().atMost(PATIENCE).pollInterval(CLOSELY).until(() -> bigip.polls() > before);
        server.kill();
        bigip.restart();
        server.start();
        Api operatorAgain = server.admin();
        Hosted again = new Hosted(
                tenant,
                bigip,
                new Member(operatorAgain, hosted.device().id(), hosted.device().description()),
                hosted.id(),
                hosted.listener());
        again.awaitActive();
        again.delete();
    }

    private Hosted ofFlavor(Appliance appliance) {
        Member device = register(appliance);
        JsonObject profile = operator.create(
                "flavorprofiles",
                "flavorprofile",
                Json.createObjectBuilder()
                        .add("name", uniqueName(appliance))
                        .add("provider_name", appliance.driver())
                        .add("flavor_data", "{}"));
        JsonObject flavor = operator.create(
                "flavors",
                "flavor",
                Json.createObjectBuilder()
                        .add("name", uniqueName(appliance))
                        .add("flavor_profile_id", profile.getString("id")));
        return create(appliance, device, placement().add("flavor_id", flavor.getString("id")));
    }

    private Hosted ofProvider(Appliance appliance) {
        return create(appliance, register(appliance), placement().add("provider", appliance.driver()));
    }

    private JsonObjectBuilder placement() {
        return Json.createObjectBuilder().add("vip_subnet_id", operator.subnet());
    }

    private Hosted create(Appliance appliance, Member device, JsonObjectBuilder placement) {
        return Hosted.create(tenant, appliance, device, upload(), placement);
    }

    private String upload() {
        TestAuthority.Issued site = new TestAuthority().issue("site.example");
        String body = Json.createObjectBuilder()
                .add("container", Json.createObjectBuilder().add("name", "site").add("pem", site.bundle()))
                .build()
                .toString();
        Api.Answer answer = tenant.send("POST", "/tls/v1/containers", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonObject("container").getString("container_ref");
    }

    /** As an operator does who mistypes the password at first. */
    private Member register(Appliance appliance) {
        JsonObject description = Json.createObjectBuilder(
                        Member.description(uniqueName(appliance), appliance.driver(), appliance.settings()))
                .add("credentials", credentials("mistyped"))
                .build();
        Member device = Member.register(operator, description);
        JsonObject shown = device.show();
        assertThat(shown.getString("health")).isEqualTo("UNREACHABLE");
        assertThat(shown.getString("message")).isNotBlank().doesNotContain("mistyped");
        setPassword(device, Appliance.FIRST_PASSWORD);
        device.awaitHealth("REACHABLE");
        return device;
    }

    private static String uniqueName(Appliance appliance) {
        return appliance.driver() + " " + UUID.randomUUID();
    }

    private static void setPassword(Member device, String password) {
        device.change(Json.createObjectBuilder()
                .add("credentials", credentials(password))
                .build());
    }

    private static JsonObjectBuilder credentials(String password) {
        return Json.createObjectBuilder().add("username", Appliance.USER).add("password", password);
    }
}
