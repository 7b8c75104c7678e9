package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Idempotency;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

    private static final Caller ANN = new Caller("ann", "project", "req-1");
    private static final Caller BOB = new Caller("bob", "project", "req-2");
    private static final Idempotency.Answer ANSWER = new Idempotency.Answer(201, "{\"pool\":{}}", "tag", "req-1");
    private static final Duration DAY = Duration.ofDays(1);

    private final String name = UUID.randomUUID().toString();
    private final Idempotency.Key key = new Idempotency.Key(name, "print");

    @Test
    void anAnswerIsKeptForItsCaller() {
        keep(ANSWER, DAY);

        assertThat(find(ANN)).hasValue(new IdempotencyKeys.Kept("print", ANSWER));
        assertThat(find(BOB)).isEmpty();
    }

    @Test
    void anAnswerIsForgottenWhenItExpires() {
        keep(ANSWER, Duration.ZERO);

        assertThat(find(ANN)).isEmpty();
        assertThat(this.<Integer>with(IdempotencyKeys::purge)).isPositive();
    }

    @Test
    void whatHasExpiredMakesRoom() {
        Idempotency.Answer later = new Idempotency.Answer(201, "{}", null, "req-3");
        keep(ANSWER, Duration.ZERO);

        keep(later, DAY);

        assertThat(find(ANN).orElseThrow().answer()).isEqualTo(later);
    }

    @Test
    void whileARequestRunsItsKeyIsLocked() {
        boolean others = with(keys -> {
            assertThat(keys.lock(ANN, name)).isTrue();
            assertThat(this.<Boolean>with(other -> other.lock(BOB, name))).isTrue();
            return this.<Boolean>with(other -> other.lock(ANN, name));
        });

        assertThat(others).isFalse();
        assertThat(this.<Boolean>with(later -> later.lock(ANN, name))).isTrue();
    }

    private void keep(Idempotency.Answer answer, Duration retention) {
        with(keys -> {
            keys.keep(ANN, key, answer, retention);
            return null;
        });
    }

    private Optional<IdempotencyKeys.Kept> find(Caller caller) {
        return with(keys -> keys.find(caller, name));
    }

    private <T> T with(Function<IdempotencyKeys, T> work) {
        return Postgres.inTransaction(session -> work.apply(new IdempotencyKeys(session)));
    }
}
