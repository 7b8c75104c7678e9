package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which listeners can hand their traffic to which pools, on every way to bring them together. */
class ProtocolMatrixTest {

    private static final Map<ListenerProtocol, String> POOLS = Map.of(
            ListenerProtocol.TCP, "HTTP HTTPS PROXY PROXYV2 TCP",
            ListenerProtocol.HTTP, "HTTP PROXY PROXYV2",
            ListenerProtocol.HTTPS, "HTTPS PROXY PROXYV2 TCP",
            ListenerProtocol.TERMINATED_HTTPS, "HTTP PROXY PROXYV2",
            ListenerProtocol.UDP, "UDP",
            ListenerProtocol.SCTP, "SCTP",
            ListenerProtocol.PROMETHEUS, "");

    private static final ListenerTls CERTIFICATE = new ListenerTls(
            "secret",
            List.of(),
            null,
            null,
            ListenerTls.NONE.clientAuthentication(),
            null,
            null,
            null,
            null,
            false,
            false);

    private final TreeEditor editor = Samples.editor(Samples.tree());

    static Stream<Arguments> combinations() {
        return Arrays.stream(ListenerProtocol.values())
                .flatMap(listener -> Arrays.stream(PoolProtocol.values()).map(pool -> Arguments.of(listener, pool)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aListenerIsCreatedWithADefaultPool(ListenerProtocol listener, PoolProtocol pool) {
        var id = editor.pools().create(null, Samples.LABELS, Samples.pool(pool)).id();

        expect(listener, pool, () -> editor.listeners()
                .create(Samples.LABELS, listener(listener).withDefaultPool(id)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aListenerIsGivenADefaultPool(ListenerProtocol listener, PoolProtocol pool) {
        var id = editor.pools().create(null, Samples.LABELS, Samples.pool(pool)).id();
        var existing = editor.listeners().create(Samples.LABELS, listener(listener));
        existing.confirm(Samples.NOW);

        expect(listener, pool, () -> editor.listeners()
                .update(existing.id(), Samples.patch(spec -> spec.withDefaultPool(id))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aPoolIsCreatedForAListener(ListenerProtocol listener, PoolProtocol pool) {
        var existing = editor.listeners().create(Samples.LABELS, listener(listener));

        expect(listener, pool, () -> editor.pools().create(existing.id(), Samples.LABELS, Samples.pool(pool)));
    }

    private static ListenerSpec listener(ListenerProtocol protocol) {
        var spec = Samples.listener(protocol, 443);
        return protocol == ListenerProtocol.TERMINATED_HTTPS ? spec.withTls(CERTIFICATE) : spec;
    }

    private static void expect(ListenerProtocol listener, PoolProtocol pool, ThrowingCallable change) {
        if (Set.of(POOLS.get(listener).split(" ")).contains(pool.name())) {
            assertThatCode(change).doesNotThrowAnyException();
            return;
        }
        String words = listener == ListenerProtocol.PROMETHEUS
                ? "Protocol PROMETHEUS listeners cannot have child objects."
                : "Validation failure: The pool protocol '" + pool + "' is invalid while the listener protocol is '"
                        + listener + "'.";
        assertThatThrownBy(change).hasMessage(words).isInstanceOfSatisfying(Fault.class, fault -> assertThat(
                        fault.kind())
                .isEqualTo(Fault.Kind.INVALID));
    }
}
