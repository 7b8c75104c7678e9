package io.lbaas.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiVersionTest {

    private final List<JsonObject> versions =
            ApiVersion.document("http://host/load-balancer").getValuesAs(JsonObject.class);

    @Test
    void theyAreNumberedFromTheFirst() {
        assertThat(versions)
                .extracting(version -> version.getString("id"))
                .isEqualTo(IntStream.rangeClosed(0, 27)
                        .mapToObj(minor -> "v2." + minor)
                        .toList());
    }

    @Test
    void onlyTheNewestIsCurrent() {
        assertThat(versions.subList(0, 27))
                .extracting(version -> version.getString("status"))
                .containsOnly("SUPPORTED");
        assertThat(versions.get(27).getString("status")).isEqualTo("CURRENT");
    }

    @Test
    void allAreServedAtOnePlace() {
        assertThat(versions)
                .extracting(version -> version.getJsonArray("links").toString())
                .containsOnly("[{\"href\":\"http://host/load-balancer/v2\",\"rel\":\"self\"}]");
        assertThat(versions.get(0).getString("updated")).isEqualTo("2016-12-11T00:00:00Z");
    }
}
