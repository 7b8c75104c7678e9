package io.lbaas.plugin.keystone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.keystone.ServiceSession;
import io.lbaas.keystone.ServiceUser;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Tokens.Owner;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenValidationTest {

    private static final String ANN =
            """
            {"token": {"user": {"id": "ann", "name": "Ann", "domain": {}}, "project": {"id": "p1", "name": "shop"},
             "roles": [{"id": "1", "name": "member"}, {"id": "2", "name": "reader"}], "methods": ["password"],
             "expires_at": "2030-01-01T00:00:00.000000Z"}}""";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Clock NOW = Clock.fixed(Instant.parse("2029-12-31T12:00:00Z"), ZoneOffset.UTC);

    private final FakeKeystone keystone = new FakeKeystone();
    private final TokenValidation validation = new TokenValidation(keystone.session(NOW), keystone.url(), TIMEOUT);

    @AfterEach
    void stop() {
        keystone.close();
    }

    @Test
    void theOwnerIsReadFromKeystonesAnswer() {
        keystone.knows("good", ANN);

        assertThat(validation.ask("good"))
                .contains(new Owner("ann", "p1", Set.of("member", "reader"), Instant.parse(FakeKeystone.EXPIRY)));
    }

    @Test
    void aTokenWithoutAScopeHasNeitherProjectNorRoles() {
        keystone.knows(
                "unscoped",
                "{\"token\": {\"user\": {\"id\": \"ann\"}, \"expires_at\": \"" + FakeKeystone.EXPIRY + "\"}}");

        assertThat(validation.ask("unscoped"))
                .contains(new Owner("ann", null, Set.of(), Instant.parse(FakeKeystone.EXPIRY)));
    }

    @Test
    void aTokenThatKeystoneDoesNotKnowHasNoOwner() {
        assertThat(validation.ask("unknown")).isEmpty();
    }

    @Test
    void ourOwnTokenIsRenewedOnceWhenItIsNotAcceptedAnyMore() {
        keystone.knows("good", ANN);
        validation.ask("good");
        keystone.revoked.add("service-1");

        assertThat(validation.ask("good")).isPresent();
        assertThat(keystone.issued).hasValue(2);
    }

    @Test
    void ourOwnTokenIsUsedAgain() {
        validation.ask("one");
        validation.ask("two");

        assertThat(keystone.issued).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400, 401, 403, 404, 500, 503})
    void anAnswerThatSaysNothingClearIsAnOutage(int status) {
        keystone.answersAllWith(status);

        assertUnavailable(() -> validation.ask("any"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"token\": 1}",
                "{\"token\": {\"expires_at\": \"soon\", \"user\": {\"id\": \"a\"}}}"
            })
    void aBodyThatIsNoTokenIsAnOutage(String body) {
        keystone.knows("odd", body);

        assertUnavailable(() -> validation.ask("odd"));
    }

    @Test
    void aKeystoneThatIsGoneIsAnOutage() {
        keystone.close();

        assertUnavailable(() -> validation.ask("any"));
    }

    @Test
    void aWrongPasswordOfOurOwnIsAnOutageToClients() {
        var user = new ServiceUser("lbaas", "Default", "wrong", "service", "Default");
        var session = new ServiceSession(keystone.url(), user, TIMEOUT, HttpClient.newHttpClient(), NOW);

        assertUnavailable(() -> new TokenValidation(session, URI.create("http://127.0.0.1"), TIMEOUT).ask("any"));
        assertThat(user).asString().doesNotContain("wrong");
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.kind())
                .isEqualTo(Fault.Kind.UNAVAILABLE));
    }
}
