package io.lbaas.plugin.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Inventory.Event;
import io.lbaas.plugin.api.Inventory.EventKind;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.config.EvacuationLimits;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.OperationEntry;
import io.lbaas.plugin.store.DeviceEvents;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.watch.Evacuator.Leaving;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What policies do with devices that stay away. Other tests have left devices of their own in the database. */
class EvacuatorTest {

    private static final String POLICY = "lbaas";
    private static final int UNLIMITED = 1000;

    /** Of which each has been away for long as soon as it is away. */
    private final ModelFleet fleet = new ModelFleet(new Random(1), 3, 10, 60);

    private final List<UUID> devices = List.copyOf(fleet.devices().keySet());

    @AfterEach
    void endEvacuations() {
        devices.forEach(this::back);
        review(limits(100, UNLIMITED));
    }

    @Test
    void whatADeviceHadIsToLeaveItUntilItIsBack() {
        create(3);
        UUID away = away(devices.get(0));

        List<Leaving> leaving = review(limits(100, UNLIMITED));

        assertThat(leaving).extracting(Leaving::user).containsExactly(POLICY);
        assertThat(leaving)
                .extracting(Leaving::loadBalancerId)
                .isEqualTo(fleet.placed().get(away));
        assertThat(device(away).evacuation().automatic()).isTrue();

        back(away);
        assertThat(review(limits(100, UNLIMITED))).isEmpty();
        assertThat(device(away).evacuation().active()).isFalse();
        assertThat(events(away)).containsExactly(EventKind.EVACUATED, EventKind.EVACUATING);
    }

    @Test
    void nothingLeavesWhereTooManyDevicesAreAway() {
        create(3);
        UUID one = away(devices.get(0));
        away(devices.get(1));

        assertThat(review(limits(0, UNLIMITED))).isEmpty();
        assertThat(review(limits(0, UNLIMITED))).isEmpty();

        assertThat(device(one).evacuation().active()).isFalse();
        assertThat(device(one).evacuation().note()).startsWith("Not evacuated: ");
        assertThat(events(one)).as("said once").containsExactly(EventKind.EVACUATION_HELD);
    }

    @Test
    void allPoliciesTogetherMoveNoMoreThanTheLimitInItsPeriod() {
        create(6);
        away(devices.get(0));
        away(devices.get(1));
        int before = Math.toIntExact(moved());

        List<Leaving> some = review(limits(100, before + 3));
        assertThat(some).hasSize(3);

        some.forEach(this::record);
        assertThat(review(limits(100, before + 3))).isEmpty();
        assertThat(devices.subList(0, 2))
                .allSatisfy(id -> assertThat(device(id).evacuation().note())
                        .isEqualTo("Paused: " + (before + 3) + " load balancers were moved within PT10M"));
        assertThat(review(limits(100, UNLIMITED))).as("where there is room").hasSize(4);
    }

    @Test
    void whatAnOperatorAskedForIsNotHeld() {
        create(3);
        change(session -> {
            new Devices(session).lock(devices.get(0)).evacuate("ann");
            return null;
        });

        assertThat(review(limits(0, 0))).extracting(Leaving::user).containsExactly("ann");
    }

    @Test
    void whatIsToBeDeletedIsGoneForItsOwnerAndKeepsItsAddressUntilItsDeviceIsRidOfIt() {
        create(1);
        UUID id = fleet.placed().values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        UUID away = away(devices.stream()
                .filter(each -> fleet.placed().get(each).contains(id))
                .findFirst()
                .orElseThrow());
        fleet.delete();

        review(limits(100, UNLIMITED))
                .forEach(leaving -> fleet.work(plugin -> {
                    plugin.evacuator().move(leaving);
                    return leaving;
                }));
        fleet.run();

        assertThat(fleet.placed().get(away)).isEmpty();
        assertThat(fleet.devices().get(away).present()).as("nobody can tell it").contains(id);
        assertThat(held(id)).isEqualTo(1);
        fleet.checkRoomAndAddresses();

        back(away);
        fleet.run();
        assertThat(fleet.devices().get(away).present()).isEmpty();
        assertThat(held(id)).isZero();
        assertThat(fleet.stale()).isZero();
        fleet.checkRoomAndAddresses();
    }

    private void create(int count) {
        for (int i = 0; i < count; i++) {
            fleet.create(null);
        }
        fleet.run();
    }

    private UUID away(UUID id) {
        fleet.devices().get(id).up(false);
        fleet.probe(id);
        return id;
    }

    private void back(UUID id) {
        fleet.devices().get(id).up(true);
        fleet.probe(id);
    }

    private static EvacuationLimits limits(int devicePercent, int loadBalancers) {
        return new EvacuationLimits(devicePercent, loadBalancers, Duration.ofMinutes(10));
    }

    /** What is to leave devices of this fleet. */
    private List<Leaving> review(EvacuationLimits limits) {
        Set<UUID> ours = Set.copyOf(devices);
        return change(session -> Plugin.in(session, new ArrayList<>(), new ArrayList<>(), limits)
                        .evacuator()
                        .review())
                .stream()
                .filter(leaving -> ours.contains(leaving.deviceId()))
                .collect(Collectors.toList());
    }

    /** As a move would be recorded. */
    private void record(Leaving leaving) {
        fleet.work(plugin -> {
            LoadBalancer root =
                    plugin.trees().lock(leaving.loadBalancerId()).orElseThrow().root();
            Instant now = InstantColumn.now();
            var caller = new Caller(POLICY, "", "req-1");
            plugin.operations()
                    .add(new OperationEntry(caller, Action.EVACUATE, root, root, List.of(root.id()), now, now));
            return root;
        });
    }

    private long moved() {
        return fleet.work(plugin ->
                plugin.operations().count(Action.EVACUATE, POLICY, Instant.now().minus(Duration.ofMinutes(10))));
    }

    private static long held(UUID id) {
        return change(session -> (Number) session.createNativeQuery("select count(*) from vip_port where held_for = ?1")
                        .setParameter(1, id)
                        .getSingleResult())
                .longValue();
    }

    private static Device device(UUID id) {
        return change(session -> new Devices(session).get(id));
    }

    private static List<EventKind> events(UUID id) {
        return change(session ->
                new DeviceEvents(session).of(id).stream().map(Event::kind).toList());
    }

    private static <T> T change(Function<EntityManager, T> work) {
        return Postgres.inTransaction(work);
    }
}
