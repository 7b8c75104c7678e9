package io.lbaas.message.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.message.Command;
import io.lbaas.message.MessageCodec;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.message.UnreadableMessageException;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageSenderTest {
    private static final Queue QUEUE = () -> "queue";
    private static final DeviceSpec DEVICE = new DeviceSpec(UUID.randomUUID(), "noop", Map.of(), 1);
    private final Instant deadline = Instant.now().plusSeconds(60);

    private final MessageCodec codec = new MessageCodec();
    private final MessageSender sender = new MessageSender(codec);
    private final FakeJms jms = new FakeJms();

    private Command apply(int members) {
        DesiredLoadBalancer tree = new TreeBuilder().members(members).build();
        return Command.apply(DEVICE, tree, 7, deadline, "req-1");
    }

    @Test
    void changeIsKeptAndDelayed() throws UnreadableMessageException {
        Command command = apply(2);
        sender.send(jms.context(), QUEUE, command, Duration.ofSeconds(3));
        assertThat(codec.readCommand(jms.body())).isEqualTo(command);
        assertThat(jms.settings()).containsExactly(Map.entry("setDeliveryDelay", 3000L));
        assertThat(jms.properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        MessageProperties.OPERATION,
                        "APPLY",
                        MessageProperties.DRIVER,
                        "noop",
                        MessageProperties.DEVICE_ID,
                        DEVICE.deviceId().toString(),
                        MessageProperties.LOAD_BALANCER_ID,
                        command.loadBalancerId().toString(),
                        MessageProperties.GENERATION,
                        7L,
                        MessageProperties.REQUEST_ID,
                        "req-1"));
    }

    @Test
    void largeTreeIsCompressed() {
        sender.send(jms.context(), QUEUE, apply(100), Duration.ZERO);
        assertThat(jms.properties()).containsEntry("JMS_SUN_COMPRESS", true);
    }

    @Test
    void probeMayBeLostAndEndsAtItsDeadline() {
        sender.send(jms.context(), QUEUE, Command.probe(DEVICE, deadline, null), Duration.ZERO);
        assertThat(jms.settings()).containsEntry("setDeliveryMode", DeliveryMode.NON_PERSISTENT);
        assertThat((Long) jms.settings().get("setTimeToLive")).isBetween(1L, 60_000L);
        assertThat(jms.properties()).doesNotContainKey(MessageProperties.LOAD_BALANCER_ID);
    }

    @Test
    void probePastItsDeadlineEndsAtOnce() {
        sender.send(jms.context(), QUEUE, Command.probe(DEVICE, Instant.EPOCH, null), Duration.ZERO);
        assertThat(jms.settings()).as("0 would mean never").containsEntry("setTimeToLive", 1L);
    }

    @Test
    void resultOfAChangeIsKept() throws UnreadableMessageException {
        Result result = result(Operation.APPLY);
        sender.send(jms.context(), QUEUE, result);
        assertThat(codec.readResult(jms.body())).isEqualTo(result);
        assertThat(jms.settings()).containsExactly(Map.entry("setDeliveryDelay", 0L));
    }

    @Test
    void resultThatIsPutBackIsDelayed() {
        sender.send(jms.context(), QUEUE, result(Operation.APPLY), Duration.ofSeconds(2));
        assertThat(jms.settings()).containsExactly(Map.entry("setDeliveryDelay", 2000L));
    }

    @Test
    void resultOfAProbeMayBeLost() {
        sender.send(jms.context(), QUEUE, result(Operation.PROBE));
        assertThat(jms.settings()).containsEntry("setDeliveryMode", DeliveryMode.NON_PERSISTENT);
    }

    @Test
    void deadLetterKeepsItsTextAndSaysWhy() {
        sender.sendDeadLetter(jms.context(), QUEUE, "{", "The message ends early");
        assertThat(jms.body()).isEqualTo("{");
        assertThat(jms.properties()).containsEntry(MessageProperties.REASON, "The message ends early");
    }

    private static Result result(Operation operation) {
        Instant now = Instant.EPOCH;
        return new Result(
                operation,
                DEVICE.deviceId(),
                UUID.randomUUID(),
                7,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                "agent",
                now,
                now,
                now,
                now,
                0);
    }
}
