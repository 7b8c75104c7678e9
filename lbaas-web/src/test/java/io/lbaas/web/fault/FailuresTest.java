package io.lbaas.web.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Constraints;
import io.lbaas.web.schema.CreateRequest;
import jakarta.ejb.EJBException;
import jakarta.jms.JMSException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final String REQUEST = "req-1";

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400, Client, ",
        "FORBIDDEN, 403, Client, ",
        "NOT_FOUND, 404, Client, ",
        "CONFLICT, 409, Client, ",
        "IMMUTABLE, 409, Client, 1",
        "UNSUPPORTED, 501, Server, ",
        "UNAVAILABLE, 503, Server, 5"
    })
    void faults(Fault.Kind kind, int status, String code, String retryAfter) {
        Failure failure = Failures.of(new Fault(kind, "why"), REQUEST);

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.headers()).isEqualTo(retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter));
        assertThat(failure.body())
                .hasToString("{\"faultcode\":\"" + code + "\",\"faultstring\":\"why\",\"debuginfo\":null}");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFaultHasAnAnswer(Fault.Kind kind) {
        assertThat(Refusal.of(kind)).isNotNull();
    }

    @Test
    void aFaultIsFoundInWhatAContainerWrapsItIn() {
        EJBException wrapped = new EJBException(new RuntimeException(Fault.conflict("in use")));

        assertThat(Failures.of(wrapped, REQUEST).status()).isEqualTo(409);
    }

    @Test
    void whatIsWrongBeforeAResourceIsReachedHasItsOwnForm() {
        assertThat(Failures.of(new BadRequestException("why"), REQUEST).body())
                .hasToString("{\"code\":400,\"title\":\"Bad Request\",\"description\":\"why\"}");
        assertThat(Failures.of(new NotFoundException("Pool x not found."), REQUEST)
                        .body()
                        .getString("description"))
                .isEqualTo("Pool x not found.");
        assertThat(Failures.of(new NotFoundException(), REQUEST).text()).isEqualTo("The resource could not be found.");
        assertThat(Failures.of(new NotAcceptableException(), REQUEST).body())
                .hasToString("{\"code\":406,\"title\":\"Not Acceptable\","
                        + "\"description\":\"Only content type application/json is accepted.\"}");
    }

    @Test
    void aBrokenConstraintIsSaidInTheWordsOfTheApi() {
        CreateRequest.OfLoadBalancer wanted =
                new CreateRequest.OfLoadBalancer(null, "x".repeat(65), null, null, null, null, null, null, List.of());

        Throwable thrown = catchThrowable(() -> Constraints.checked(wanted));

        assertThat(thrown).isInstanceOf(ConstraintViolationException.class);
        assertThat(Failures.of(thrown, REQUEST).text())
                .isEqualTo("Invalid input for field/attribute provider. Value: '" + "x".repeat(65)
                        + "'. Value should have a length from 0 to 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "40001", "53300", "55P03"})
    void aDatabaseThatIsAwayIsAnOutage(String state) {
        Failure failure = Failures.of(new EJBException(new RuntimeException(new SQLException("x", state))), REQUEST);

        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.headers()).containsEntry("Retry-After", "5");
        assertThat(failure.text()).doesNotContain(state);
    }

    @Test
    void aBrokerThatIsAwayOrACommitThatFailsIsAnOutage() {
        assertThat(Failures.of(new EJBException(new JMSException("x")), REQUEST).status())
                .isEqualTo(503);
        assertThat(Failures.of(new EJBException(new RollbackException("x")), REQUEST)
                        .status())
                .isEqualTo(503);
    }

    @Test
    void anythingElseIsOurMistakeAndSaysNothingOfOurInside() {
        Failure failure = Failures.of(new EJBException(new SQLException("secret detail", "42P01")), REQUEST);

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.body())
                .hasToString("{\"faultcode\":\"Server\",\"faultstring\":\"Internal server error, request req-1.\","
                        + "\"debuginfo\":null}");
    }

    @Test
    void operatorsGetProblems() {
        Failure failure = Failures.of(Fault.conflict("in use"), REQUEST).as(Failure.Form.PROBLEM);

        assertThat(failure.mediaType()).isEqualTo("application/problem+json");
        assertThat(failure.body())
                .hasToString("{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"in use\"}");
    }

    @Test
    void withoutCredentialsTheAnswerIsThatOfTheIdentityService() {
        assertThat(Failure.unauthorized().body())
                .hasToString("{\"error\":{\"code\":401,\"title\":\"Unauthorized\","
                        + "\"message\":\"The request you have made requires authentication.\"}}");
    }
}
