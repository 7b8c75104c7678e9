package io.lbaas.plugin.rule;

import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.SessionPersistence;
import io.lbaas.plugin.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pool protocol with every kind of session persistence and every choice of its other fields. */
class PersistenceMatrixTest {

    private static final RuleTable TABLE = RuleTable.of(
            "(UDP|SCTP) SOURCE_IP true .*",
            "Validation failure: session_persistence SOURCE_IP type for {0} protocol only accepts: type,"
                    + " persistence_timeout, persistence_granularity.",
            "(UDP|SCTP) .* true .*",
            "Validation failure: Cookie names are not supported for {0} pools.",
            "(UDP|SCTP) SOURCE_IP false .*",
            "",
            "(UDP|SCTP) .*",
            "Validation failure: Session persistence of type {1} is not supported for {0} protocol pools.",
            ".* (timeout|granularity)",
            "Validation failure: persistence_timeout and persistence_granularity is only for UDP and SCTP protocol pools.",
            ".* APP_COOKIE true none",
            "",
            ".* APP_COOKIE false none",
            "Validation failure: Field \"cookie_name\" must be specified when using the \"APP_COOKIE\" session"
                    + " persistence type.",
            ".* true none",
            "Validation failure: Field \"cookie_name\" can only be specified with session persistence of type"
                    + " \"APP_COOKIE\".",
            ".* false none",
            "");

    static Stream<Arguments> combinations() {
        return Stream.of(PoolProtocol.values()).flatMap(protocol -> Stream.of(PersistenceType.values())
                .flatMap(type -> Stream.of(true, false).flatMap(cookie -> Stream.of("none", "timeout", "granularity")
                        .map(datagrams -> Arguments.of(protocol, type, cookie, datagrams)))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void persistenceFitsThePool(PoolProtocol protocol, PersistenceType type, boolean cookie, String datagrams) {
        var persistence = new SessionPersistence(
                type,
                cookie ? "sid" : null,
                datagrams.equals("timeout") ? 5 : null,
                datagrams.equals("granularity") ? "255.255.255.0" : null);
        var pool = new PoolSpec(protocol, Samples.pool(protocol).lbAlgorithm(), true, persistence);

        TABLE.expect(() -> PoolRules.check(pool), protocol, type, cookie, datagrams);
    }
}
