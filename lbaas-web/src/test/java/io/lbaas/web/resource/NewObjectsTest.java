package io.lbaas.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.New;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.schema.Schemas;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewObjectsTest {

    @Test
    void aPoolOfWhichNothingButTheNameIsGivenIsAReference() {
        New.OfPool pool = defaultPool("{'name': 'p'}");

        assertThat(pool.labels().name()).isEqualTo("p");
        assertThat(pool.spec()).isNull();
    }

    @Test
    void aPoolIsReadWithWhatIsInIt() {
        New.OfPool pool = defaultPool("{'name': 'p', 'protocol': 'HTTP', 'lb_algorithm': 'ROUND_ROBIN',"
                + " 'members': [{'address': '10.0.0.1', 'protocol_port': 80, 'name': 'm'}],"
                + " 'healthmonitor': {'type': 'HTTP', 'delay': 1, 'timeout': 1, 'max_retries': 1}}");

        assertThat(pool.members()).singleElement().satisfies(member -> {
            assertThat(member.labels().name()).isEqualTo("m");
            assertThat(member.spec().weight()).isEqualTo(1);
        });
        assertThat(pool.healthMonitor().spec().maxRetriesDown()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"lb_algorithm,ROUND_ROBIN,protocol", "protocol,HTTP,lb_algorithm"})
    void aDefinitionIsComplete(String given, String value, String missing) {
        String words = "Validation failure: Pool definition for 'p' missing required attribute: " + missing;

        assertThatThrownBy(() -> defaultPool("{'name': 'p', '" + given + "': '" + value + "'}"))
                .hasMessage(words);
        assertThatThrownBy(() -> loadBalancer("{'pools': [{'name': 'p', '" + given + "': '" + value + "'}]}")
                        .all("pools", NewObjects::definition))
                .hasMessage(words);
    }

    private static New.OfPool defaultPool(String json) {
        return loadBalancer("{'listeners': [{'protocol': 'HTTP', 'protocol_port': 80, 'default_pool': " + json + "}]}")
                .one("listeners", NewObjects::listener)
                .defaultPool();
    }

    private static RequestBody loadBalancer(String json) {
        String body = ("{'loadbalancer': " + json + "}").replace('\'', '"');
        return Schemas.LOAD_BALANCER.creation(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
