package io.lbaas.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFilterTest {

    private static final JsonObject SUBNET = JsonOutput.object()
            .add("id", "1")
            .add("name", "front")
            .add("ip_version", 4)
            .add("enable_dhcp", false)
            .build();

    @ParameterizedTest
    @CsvSource({
        "name=front, true",
        "name=back, false",
        "name=back&name=front, true",
        "name=front&ip_version=6, false",
        "ip_version=4, true",
        "enable_dhcp=False, true",
        "unheard_of=1, false",
        "limit=1&marker=9&fields=id, true",
    })
    void matches(String query, boolean expected) {
        assertThat(filter(query).matches(SUBNET)).isEqualTo(expected);
    }

    @Test
    void fieldsAreNoFilter() {
        assertThat(filter("fields=id&fields=name&id=1").fields()).containsExactlyInAnyOrder("id", "name");
        assertThat(filter("id=1").id()).contains("1");
    }

    private static NetworkFilter filter(String query) {
        var parameters = new MultivaluedHashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            parameters.add(pair.split("=", -1)[0], pair.split("=", -1)[1]);
        }
        return NetworkFilter.of(parameters);
    }
}
