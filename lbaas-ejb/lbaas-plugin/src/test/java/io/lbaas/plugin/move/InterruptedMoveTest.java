package io.lbaas.plugin.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.entity.Departure;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Wherever a move stands when everything but the database is lost, it is taken up again and comes to its end. */
class InterruptedMoveTest {

    @Test
    void aMoveIsTakenUpInEachPhase() {
        assertThat(phasesTakenUp(false)).containsExactlyInAnyOrder(Departure.STANDING, Departure.LEAVING);
    }

    @Test
    void aMoveBetweenDevicesThatCannotBothHaveTheAddressIsTakenUpInEachPhase() {
        assertThat(phasesTakenUp(true)).containsExactlyInAnyOrder(Departure.STANDING, Departure.YIELDING);
    }

    /** Interrupts one move after the other, each one message later than the last, until one was not interrupted at all. */
    private static Set<Departure> phasesTakenUp(boolean conflict) {
        Set<Departure> seen = EnumSet.noneOf(Departure.class);
        boolean interrupted = true;
        for (int delivered = 0; interrupted; delivered++) {
            var move = new Move(conflict);
            for (int i = 0; i < delivered; i++) {
                interrupted = move.fleet.deliverOne();
            }
            seen.addAll(move.fleet.phases());
            move.fleet.loseAll();
            move.fleet.run();
            move.assertOver();
        }
        return seen;
    }

    /** A load balancer that has just been told to go from one of two devices to the other. */
    private static final class Move {

        private final ModelFleet fleet = new ModelFleet(new Random(1), 2, 10);
        private final UUID id;
        private final ModelDevice from;
        private final ModelDevice to;

        Move(boolean conflict) {
            fleet.create(null);
            fleet.run();
            Iterator<ModelDevice> devices = fleet.devices().values().stream()
                    .sorted((one, other) ->
                            other.present().size() - one.present().size())
                    .iterator();
            from = devices.next();
            to = devices.next();
            id = from.present().iterator().next();
            if (conflict) {
                to.shareAddressesWith(from);
            }
            fleet.move();
        }

        void assertOver() {
            assertThat(to.present()).containsExactly(id);
            assertThat(from.present()).isEmpty();
            assertThat(fleet.placed()).containsValues(List.of(id), List.of());
            assertThat(fleet.stale()).isZero();
            fleet.checkRoomAndAddresses();
        }
    }
}
