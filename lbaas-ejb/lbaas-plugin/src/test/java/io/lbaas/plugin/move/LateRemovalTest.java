package io.lbaas.plugin.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Operation;
import io.lbaas.message.Result.Failure;
import io.lbaas.plugin.Results;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers about a load balancer that the database has no more. */
class LateRemovalTest {

    private final ModelFleet fleet = new ModelFleet(new Random(1), 1, 1);
    private final UUID device = fleet.devices().keySet().iterator().next();
    private final UUID gone = UUID.randomUUID();

    @Test
    void aRemovalThatANewerOneOvertookIsNotSentAgain() {
        fleet.answer(Results.of(device, Operation.APPLY, gone, 5, null, Map.of()));
        fleet.run();
        fleet.answer(Results.of(
                device,
                Operation.REMOVE,
                gone,
                2,
                new Failure(FailureKind.STALE_GENERATION, "", "newer", List.of()),
                Map.of()));

        fleet.run();

        assertThat(fleet.devices().get(device).present()).isEmpty();
    }
}
