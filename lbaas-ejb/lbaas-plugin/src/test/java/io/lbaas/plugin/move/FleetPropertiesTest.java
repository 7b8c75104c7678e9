package io.lbaas.plugin.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.FailureKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Whatever is created, moved and deleted, and whatever devices and queues do: nothing is overfull, doubled or left over. */
class FleetPropertiesTest {

    private static final List<FailureKind> REFUSALS =
            List.of(FailureKind.CAPACITY, FailureKind.CONFLICT, FailureKind.DEVICE_REFUSED);

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void nothingIsOverfullDoubledOrLeftOver(
            @ForAll Random random,
            @ForAll @IntRange(min = 2, max = 4) int size,
            @ForAll @IntRange(min = 1, max = 3) int capacity) {
        var fleet = new ModelFleet(random, size, capacity);
        for (int i = 0; i < 40; i++) {
            step(fleet, random);
            fleet.checkRoomAndAddresses();
        }

        fleet.calmDown();

        fleet.checkRoomAndAddresses();
        Map<UUID, List<UUID>> placed = fleet.placed();
        assertThat(fleet.stale()).as("former places").isZero();
        fleet.devices().forEach((id, device) -> assertThat(Set.copyOf(placed.get(id)))
                .as("what is placed on %s", id)
                .containsAll(device.present()));
        assertThat(fleet.devices().values().stream()
                        .mapToInt(device -> device.present().size())
                        .sum())
                .as("what is refused for good is nowhere")
                .isLessThanOrEqualTo(
                        placed.values().stream().mapToInt(Collection::size).sum());
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void loadIsSpreadEvenly(
            @ForAll Random random,
            @ForAll @IntRange(min = 2, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 30) int wanted) {
        var fleet = new ModelFleet(random, size, 10);
        for (int i = 0; i < wanted; i++) {
            fleet.create(null);
        }

        assertThat(fleet.placed().values()).extracting(List::size).allSatisfy(held -> assertThat(held)
                .isBetween(Math.min(10, wanted / size), Math.min(10, (wanted + size - 1) / size)));
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void aDeviceThatHasNoRoomAfterAllIsNotAskedAgain(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 5) int size) {
        var fleet = new ModelFleet(random, size, 10);
        fleet.devices().values().stream().skip(1).forEach(device -> device.refuse(FailureKind.CAPACITY));
        for (int i = 0; i < 4; i++) {
            assertThat(fleet.create(null)).isTrue();
        }
        fleet.run();

        assertThat(fleet.devices().values().stream().filter(device -> !device.refuses()))
                .allSatisfy(device -> assertThat(device.present()).hasSize(4));
        assertThat(fleet.stale()).isZero();
        fleet.checkRoomAndAddresses();
    }

    private static void step(ModelFleet fleet, Random random) {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> fleet.create(random.nextBoolean() ? null : fleet.fewAddresses());
            case 3, 4 -> fleet.move();
            case 5 -> fleet.delete();
            case 6, 7, 8 -> fleet.carryOutOne(false);
            case 9, 10, 11 -> fleet.settleOne(false);
            case 12 -> fleet.loseOne();
            case 13 -> fleet.sweep();
            case 14 -> {
                fleet.anyDevice().up(random.nextInt(3) > 0);
                fleet.probeAll();
            }
            default ->
                fleet.anyDevice().refuse(random.nextBoolean() ? null : REFUSALS.get(random.nextInt(REFUSALS.size())));
        }
    }
}
