package io.lbaas.web.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.web.query.ListRequest;
import io.lbaas.web.schema.Schemas;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String URL = "http://host/v2.0/lbaas/loadbalancers";

    @Test
    void anEmptyListHasNoLinks() {
        JsonObject page = page(0, Map.of("limit", "2"));

        assertThat(page).hasToString("{\"loadbalancers\":[],\"loadbalancers_links\":[]}");
    }

    @Test
    void aFullPageLinksToTheNextAndKeepsOrderAndLimitButNoFilters() {
        JsonObject page = page(2, Map.of("limit", "2", "sort", "name:desc", "name", "x"));

        assertThat(page.get("loadbalancers_links"))
                .hasToString("[{\"rel\":\"next\",\"href\":\"" + URL + "?limit=2&sort=name%3Adesc&marker=id1\"}]");
    }

    @Test
    void aPageAfterAMarkerLinksBack() {
        JsonObject page = page(1, Map.of("limit", "2", "marker", Samples.ID.toString()));

        assertThat(page.get("loadbalancers_links"))
                .hasToString("[{\"rel\":\"previous\",\"href\":\"" + URL + "?limit=2&marker=id0&page_reverse=True\"}]");
    }

    @Test
    void fieldsDoNotBreakLinks() {
        JsonObject page = page(1, Map.of("limit", "1", "fields", "name"));

        assertThat(page.get("loadbalancers")).hasToString("[{\"name\":\"n\"}]");
        assertThat(page.getJsonArray("loadbalancers_links")).hasSize(1);
    }

    private static JsonObject page(int size, Map<String, String> query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(query);
        List<JsonObject> objects = IntStream.range(0, size)
                .mapToObj(i ->
                        JsonOutput.object().add("id", "id" + i).add("name", "n").build())
                .toList();
        return Page.of(Schemas.LOAD_BALANCER, objects, ListRequest.of(parameters), URL, parameters);
    }
}
