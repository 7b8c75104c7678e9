package io.lbaas.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Fault;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private static final JsonObject OBJECT =
            Json.createObjectBuilder().add("name", "web").build();
    private static final JsonObject CHANGED =
            Json.createObjectBuilder().add("name", "mail").build();
    private static final String TAG = '"' + EntityTags.of(OBJECT).getValue() + '"';

    @Test
    void tagsAreStrongAndFollowTheRepresentation() {
        assertThat(EntityTags.of(OBJECT)).isEqualTo(EntityTags.of(OBJECT)).isNotEqualTo(EntityTags.of(CHANGED));
        assertThat(EntityTags.of(OBJECT).isWeak()).isFalse();
    }

    @Test
    void aRequestWithoutConditionsIsDone() {
        Conditions none = new Conditions(request("PUT"), request("PUT"));

        assertThat(none.given()).isFalse();
        assertThat(none.check(OBJECT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void whatHasNotChangedIsChanged(String method) {
        assertThat(conditions(method, "If-Match", TAG).given()).isTrue();
        assertThat(conditions(method, "If-Match", TAG).check(OBJECT)).isEmpty();
        assertThat(conditions(method, "If-Match", "\"other\", " + TAG).check(OBJECT))
                .isEmpty();
        assertThat(conditions(method, "If-Match", "*").check(OBJECT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void whatHasChangedIsLeftAlone(String method) {
        assertRefused(conditions(method, "If-Match", TAG), CHANGED);
        assertRefused(conditions(method, "If-Match", "W/" + TAG), OBJECT);
        assertRefused(conditions(method, "If-None-Match", "*"), OBJECT);
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        assertThat(conditions("GET", "If-None-Match", TAG).check(OBJECT).orElseThrow())
                .satisfies(answer -> assertThat(answer.getStatus()).isEqualTo(304))
                .satisfies(answer -> assertThat(answer.getEntityTag()).isEqualTo(EntityTags.of(OBJECT)));
        assertThat(conditions("GET", "If-None-Match", TAG).check(CHANGED)).isEmpty();
    }

    private static void assertRefused(Conditions conditions, JsonObject representation) {
        assertThatThrownBy(() -> conditions.check(representation))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.PRECONDITION_FAILED));
    }

    private static Conditions conditions(String method, String header, String value) {
        ContainerRequest request = request(method);
        request.header(header, value);
        return new Conditions(request, request);
    }

    private static ContainerRequest request(String method) {
        URI uri = URI.create("http://localhost/");
        return new ContainerRequest(uri, uri, method, null, new MapPropertiesDelegate(), null);
    }
}
