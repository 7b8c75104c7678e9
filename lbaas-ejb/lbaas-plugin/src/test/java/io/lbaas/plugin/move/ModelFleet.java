package io.lbaas.plugin.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.message.Command;
import io.lbaas.message.Result;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.entity.Departure;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.FormerPlace;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.place.Demand;
import io.lbaas.plugin.place.Placement;
import io.lbaas.plugin.rule.PlacementHints;
import io.lbaas.plugin.rule.ProfileData;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.TreeEditor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some devices of one provider, two queues that lose, repeat and reorder, and the plugin on a real database. */
final class ModelFleet {

    /** Subnets that are not in the inventory: only devices can tell that an address is used twice. */
    private static final List<UUID> SUBNETS =
            List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    private final Random random;
    private final String driver = "driver-" + UUID.randomUUID();
    private final Map<UUID, ModelDevice> devices = new HashMap<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final List<UUID> loadBalancers = new ArrayList<>();
    private Instant clock = Samples.NOW;

    ModelFleet(Random random, int size, int capacity) {
        this(random, size, capacity, null);
    }

    /** Devices that are evacuated when they have been away for so many seconds. */
    ModelFleet(Random random, int size, int capacity, Integer evacuateAfter) {
        this.random = random;
        for (int i = 0; i < size; i++) {
            var description = new DeviceDescription(
                    UUID.randomUUID().toString(),
                    driver,
                    Map.of(),
                    capacity,
                    DeviceState.ENABLED,
                    List.of(),
                    null,
                    List.of(),
                    evacuateAfter);
            var device = new Device(UUID.randomUUID(), description, Samples.NOW);
            work(plugin -> {
                plugin.devices().add(device);
                return device;
            });
            devices.put(device.id(), new ModelDevice());
            probe(device.id());
        }
    }

    ModelDevice anyDevice() {
        return devices.get(any(List.copyOf(devices.keySet())));
    }

    Map<UUID, ModelDevice> devices() {
        return devices;
    }

    /** A request for a load balancer; what is refused leaves no trace. */
    boolean create(String address) {
        var id = UUID.randomUUID();
        boolean created = accepted(plugin -> {
            var demand = new Demand(driver, null, PlacementHints.of(ProfileData.NONE));
            var vip = new VipRequest(any(SUBNETS), null, null, address);
            Placement placement = plugin.scheduler().place(id, "project", demand, vip);
            var root = new LoadBalancer(
                    id,
                    "project",
                    Samples.LABELS,
                    new LoadBalancerSpec(true),
                    placement.vips(),
                    placement.device().id(),
                    driver,
                    Samples.NOW);
            Instant now = InstantColumn.now();
            send(plugin, LoadBalancerTree.planted(root, now, now.plusSeconds(300)));
        });
        if (created) {
            loadBalancers.add(id);
        }
        return created;
    }

    /** One of few addresses. */
    String fewAddresses() {
        return "10.9.9." + (1 + random.nextInt(4));
    }

    void move() {
        change((plugin, editor) -> {
            editor.loadBalancer().failOver();
            plugin.mover().elsewhere(editor.tree(), InstantColumn.now());
        });
    }

    void delete() {
        change((plugin, editor) -> editor.loadBalancer().delete(true));
    }

    @FunctionalInterface
    private interface Change {
        void make(Plugin plugin, TreeEditor editor);
    }

    private void change(Change change) {
        if (loadBalancers.isEmpty()) {
            return;
        }
        UUID id = any(loadBalancers);
        accepted(plugin -> plugin.trees().lock(id).ifPresent(tree -> {
            var editor = Samples.editor(tree);
            change.make(plugin, editor);
            send(plugin, editor.tree());
        }));
    }

    /** A device is probed, as often as one likes. */
    void probe(UUID id) {
        boolean up = devices.get(id).up();
        clock = clock.plusSeconds(1);
        work(plugin -> plugin.devices()
                .probed(plugin.devices().get(id), new DeviceReport(up, "model", "", Samples.ALL), clock));
    }

    void probeAll() {
        devices.keySet().forEach(this::probe);
    }

    /** Any command reaches its device, and may come again; a reliable queue keeps the order. */
    void carryOutOne(boolean reliable) {
        if (!commands.isEmpty()) {
            Command command = take(commands, reliable);
            results.add(devices.get(command.device().deviceId()).carryOut(command));
        }
    }

    void settleOne(boolean reliable) {
        if (!results.isEmpty()) {
            Result result = take(results, reliable);
            work(plugin -> {
                plugin.settler().settle(result);
                return result;
            });
        }
    }

    /** The next message arrives; false where there is none. */
    boolean deliverOne() {
        boolean any = !commands.isEmpty() || !results.isEmpty();
        if (results.isEmpty()) {
            carryOutOne(true);
        } else {
            settleOne(true);
        }
        return any;
    }

    /** An answer arrives that nobody may have waited for. */
    void answer(Result result) {
        results.add(result);
    }

    /** The queues are lost, and so is all that the plugin had in mind. */
    void loseAll() {
        commands.clear();
        results.clear();
    }

    void loseOne() {
        List<?> queue = random.nextBoolean() ? commands : results;
        if (!queue.isEmpty()) {
            queue.remove(random.nextInt(queue.size()));
        }
    }

    /** The periodic rounds. */
    void sweep() {
        for (UUID id : loadBalancers) {
            work(plugin -> {
                plugin.clearance().clear(id);
                return id;
            });
            work(plugin -> {
                Optional<LoadBalancerTree> tree = plugin.trees().lock(id);
                tree.filter(found -> found.root().resendAt() != null).ifPresent(found -> send(plugin, found));
                return id;
            });
        }
    }

    /** Nothing is lost any more and all devices answer. */
    void calmDown() {
        devices.values().forEach(device -> {
            device.up(true);
            device.refuse(null);
        });
        probeAll();
        run();
    }

    /** All messages arrive, and the rounds go on until there are none. */
    void run() {
        for (int round = 0; round < 8; round++) {
            sweep();
            for (int i = 0; !commands.isEmpty() || !results.isEmpty(); i++) {
                assertThat(i).as("messages until it is quiet").isLessThan(2000);
                carryOutOne(true);
                settleOne(true);
            }
        }
    }

    /** The load balancers by the devices that they are placed on, as the database has it. */
    Map<UUID, List<UUID>> placed() {
        return work(
                plugin -> devices.keySet().stream().collect(Collectors.toMap(Function.identity(), id -> plugin.trees()
                        .on(id, Integer.MAX_VALUE))));
    }

    void checkRoomAndAddresses() {
        Postgres.inTransaction(session -> {
            List<?> rows = session.createNativeQuery(
                            "select d.capacity - (select sum(free) from device_room r where r.device_id = d.id),"
                                    + " (select count(*) from load_balancer l where l.device_id = d.id)"
                                    + " + (select count(*) from former_place f where f.device_id = d.id and f.phase <> 'GONE'),"
                                    + " d.capacity from device d where d.driver = ?1")
                    .setParameter(1, driver)
                    .getResultList();
            assertThat(rows).hasSize(devices.size()).allSatisfy(row -> {
                Object[] columns = (Object[]) row;
                assertThat(((Number) columns[0]).longValue())
                        .as("room taken")
                        .isEqualTo(((Number) columns[1]).longValue())
                        .isLessThanOrEqualTo(((Number) columns[2]).longValue());
            });
            return null;
        });
        assertThat(devices.values()).allSatisfy(device -> assertThat(device.addresses())
                .as("addresses on a device")
                .doesNotHaveDuplicates());
    }

    /** How far load balancers have left the devices that they were on. */
    Set<Departure> phases() {
        return work(plugin -> devices.keySet().stream()
                .flatMap(id -> plugin.formers().on(id).stream())
                .map(FormerPlace::phase)
                .collect(Collectors.toSet()));
    }

    /** How many former places are not cleared. */
    long stale() {
        return work(plugin -> devices.keySet().stream()
                .mapToLong(id -> plugin.formers().stale().getOrDefault(id, 0L))
                .sum());
    }

    private static void send(Plugin plugin, LoadBalancerTree tree) {
        UUID device = tree.root().deviceId();
        plugin.dispatcher().dispatch(tree, plugin.devices().get(device), InstantColumn.now(), "req-1");
    }

    private boolean accepted(Consumer<Plugin> request) {
        try {
            return work(plugin -> {
                request.accept(plugin);
                return true;
            });
        } catch (Fault refused) {
            return false;
        }
    }

    /** What is sent counts when the transaction is committed. */
    <T> T work(Function<Plugin, T> work) {
        List<Command> sent = new ArrayList<>();
        List<Result> postponed = new ArrayList<>();
        T result = Postgres.inTransaction(session -> work.apply(Plugin.in(session, sent, postponed)));
        commands.addAll(sent);
        results.addAll(postponed);
        return result;
    }

    private <T> T take(List<T> queue, boolean reliable) {
        int index = reliable ? 0 : random.nextInt(queue.size());
        boolean again = !reliable && random.nextInt(5) == 0;
        return again ? queue.get(index) : queue.remove(index);
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
