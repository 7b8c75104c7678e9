package io.lbaas.plugin.keystone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Tokens.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidTokensTest {

    private static final Instant START = Instant.parse("2029-01-01T00:00:00Z");

    private final AtomicInteger questions = new AtomicInteger();
    private Instant now = START;
    private Instant expiry = START.plus(Duration.ofHours(1));
    private boolean down;
    private boolean revoked;
    private final ValidTokens tokens = new ValidTokens(this::keystone, () -> now);

    private Optional<Owner> keystone(String token) {
        questions.incrementAndGet();
        if (down) {
            throw Fault.unavailable("down");
        }
        return revoked ? Optional.empty() : Optional.of(new Owner(token, "p1", Set.of(), expiry));
    }

    @Test
    void keystoneIsAskedAgainAfterAMinute() {
        tokens.owner("ann");
        now = START.plusSeconds(59);
        tokens.owner("ann");
        assertThat(questions).hasValue(1);

        now = START.plusSeconds(60);
        tokens.owner("ann");
        assertThat(questions).hasValue(2);
    }

    @Test
    void nothingIsBelievedBeyondTheExpiryOfAToken() {
        expiry = START.plusSeconds(5);
        assertThat(tokens.owner("ann")).isPresent();

        now = expiry;
        assertThat(tokens.owner("ann")).isEmpty();
    }

    @Test
    void aTokenThatIsKnownOutlivesAnOutageForItsMinute() {
        tokens.owner("ann");
        down = true;

        assertThat(tokens.owner("ann")).isPresent();
        assertThatThrownBy(() -> tokens.owner("bob")).isInstanceOf(Fault.class);
        now = START.plusSeconds(60);
        assertThatThrownBy(() -> tokens.owner("ann")).isInstanceOf(Fault.class);
    }

    @Test
    void anOutageIsNotRemembered() {
        down = true;
        assertThatThrownBy(() -> tokens.owner("ann")).isInstanceOf(Fault.class);
        down = false;

        assertThat(tokens.owner("ann")).isPresent();
    }

    @Test
    void aRevokedTokenIsRefusedAfterAMinute() {
        tokens.owner("ann");
        revoked = true;
        now = START.plusSeconds(60);

        assertThat(tokens.owner("ann")).isEmpty();
    }

    @Test
    void tokensAreNotMistakenForEachOther() {
        assertThat(tokens.owner("ann")).map(Owner::user).contains("ann");
        assertThat(tokens.owner("bob")).map(Owner::user).contains("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "ünïcode"})
    void whatCannotBeATokenIsNotAskedFor(String text) {
        assertThat(tokens.owner(text)).isEmpty();
        assertThat(questions).hasValue(0);
    }

    @Test
    void theCacheIsBounded() {
        IntStream.rangeClosed(0, ValidTokens.MOST).forEach(i -> tokens.owner("token-" + i));
        tokens.owner("token-" + ValidTokens.MOST);
        int before = questions.get();
        tokens.owner("token-0");

        assertThat(questions).hasValue(before + 1);
    }

    @Test
    void concurrentQuestionsAboutOneTokenAreAskedOnce() {
        var entered = new CountDownLatch(1);
        var answer = new CompletableFuture<Optional<Owner>>();
        var slow = new ValidTokens(
                token -> {
                    questions.incrementAndGet();
                    entered.countDown();
                    return answer.join();
                },
                () -> START);
        var first = CompletableFuture.supplyAsync(() -> slow.owner("ann"));
        var second = CompletableFuture.supplyAsync(() -> {
            join(entered);
            return slow.owner("ann");
        });
        join(entered);
        answer.complete(Optional.of(new Owner("ann", "p1", Set.of(), expiry)));

        assertThat(first.join()).isPresent().isEqualTo(second.join());
        assertThat(questions).hasValue(1);
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
