package io.lbaas.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.DeviceSpec;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

class MessageCodecTest {
    private static final MessageCodec CODEC = new MessageCodec();
    private static final DeviceSpec DEVICE = new DeviceSpec(UUID.randomUUID(), "noop", Map.of(), 1);

    private static Command apply(int members) {
        return Command.apply(DEVICE, new TreeBuilder().members(members).build(), 7, Instant.EPOCH, "req-1");
    }

    @Property(tries = 300)
    @Domain(Messages.class)
    void commandIsReadAsItWasWritten(@ForAll Command command) throws UnreadableMessageException {
        assertThat(CODEC.readCommand(CODEC.write(command))).isEqualTo(command);
    }

    @Property(tries = 300)
    @Domain(Messages.class)
    void resultIsReadAsItWasWritten(@ForAll Result result) throws UnreadableMessageException {
        assertThat(CODEC.readResult(CODEC.write(result))).isEqualTo(result);
    }

    @Example
    void closureIsReadAsItWasWritten() throws UnreadableMessageException {
        Closure closure = new Closure(Map.of(DEVICE.deviceId(), 7L, UUID.randomUUID(), 1L));
        assertThat(CODEC.readClosure(CODEC.write(closure))).isEqualTo(closure);
    }

    @Property(tries = 300)
    @Domain(DomainContext.Global.class)
    void anyOtherTextIsUnreadable(@ForAll String text) {
        assertThatThrownBy(() -> CODEC.readCommand(text)).isInstanceOf(UnreadableMessageException.class);
        assertThatThrownBy(() -> CODEC.readResult(text)).isInstanceOf(UnreadableMessageException.class);
        assertThatThrownBy(() -> CODEC.readClosure(text)).isInstanceOf(UnreadableMessageException.class);
    }

    @Property(tries = 100)
    @Domain(Messages.class)
    @Domain(DomainContext.Global.class)
    void truncatedCommandIsUnreadable(@ForAll Command command, @ForAll int seed) {
        String text = CODEC.write(command);
        String part = text.substring(0, Math.floorMod(seed, text.length()));
        assertThatThrownBy(() -> CODEC.readCommand(part)).isInstanceOf(UnreadableMessageException.class);
    }

    @Example
    void unknownOperationIsNamed() {
        String text = CODEC.write(apply(1)).replace("\"APPLY\"", "\"EXPLODE\"");
        assertThatThrownBy(() -> CODEC.readCommand(text))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("EXPLODE");
    }

    @Example
    void otherVersionIsNamed() {
        String text = CODEC.write(apply(1)).replace("{\"version\":1,", "{\"version\":2,");
        assertThatThrownBy(() -> CODEC.readCommand(text))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("version 2");
    }

    @Example
    void missingDeviceIsNamed() {
        assertThatThrownBy(() -> CODEC.readCommand("{\"version\":1,\"command\":{\"operation\":\"PROBE\"}}"))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("device");
    }

    /** It would be carried out as a removal. */
    @Example
    void applyWithoutATreeIsUnreadable() {
        String text = CODEC.write(apply(1)).replace("\"desired\":", "\"undesired\":");
        assertThatThrownBy(() -> CODEC.readCommand(text))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("desired");
    }

    @Example
    void resultIsNoCommand() {
        assertThatThrownBy(() -> CODEC.readCommand("{\"version\":1,\"result\":{}}"))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("another kind");
        assertThatThrownBy(() -> CODEC.readCommand("null")).isInstanceOf(UnreadableMessageException.class);
    }

    @Example
    void unknownPropertiesAreIgnored() throws UnreadableMessageException {
        Command command = apply(1);
        String text = CODEC.write(command)
                .replace("{\"version\":1,", "{\"version\":1,\"hint\":{\"a\":[1,{}]},\"more\":[[]],\"x\":null,");
        assertThat(CODEC.readCommand(text)).isEqualTo(command);
    }

    /** The broker takes messages of up to 1 MB. */
    @Example
    void treeOfAThousandMembersIsWellUnderTheBrokersLimit() {
        assertThat(CODEC.write(apply(1000)).length()).isLessThan(300_000);
    }
}
