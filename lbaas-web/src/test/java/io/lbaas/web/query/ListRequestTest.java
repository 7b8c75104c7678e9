package io.lbaas.web.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {

    @Test
    void nothingAskedForIsTheFirstFullPage() {
        assertThat(of("").query("p")).isEqualTo(new Query("p", Map.of(), List.of(), Paging.MAX_LIMIT, null, false));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "infinite, 1000", "0, 1000", "-1, 1000", "1000, 1000", "1001, 1000"})
    void limits(String given, int limit) {
        assertThat(of("limit=" + given).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "limit=", "limit=99999999999", "sort=name:up", "sort_key=name&sort_dir=down"})
    void whatIsReadBeforeAResourceIsReachedFailsInItsOwnForm(String query) {
        assertThatThrownBy(() -> of(query))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("not valid");
    }

    @Test
    void sortKeysKeepTheirOrder() {
        List<Query.Sort> expected = List.of(new Query.Sort("name", true), new Query.Sort("id", false));

        assertThat(of("sort=name:desc,id").sorting().keys()).isEqualTo(expected);
        assertThat(of("sort=name:desc&sort=id:asc").sorting().keys()).isEqualTo(expected);
        assertThat(of("sort_key=name,id&sort_dir=desc").sorting().keys()).isEqualTo(expected);
    }

    @Test
    void pages() {
        ListRequest request = of("marker=x&page_reverse=True");

        assertThat(request.marker()).isEqualTo("x");
        assertThatThrownBy(request::markerId)
                .isInstanceOf(Fault.class)
                .hasMessage("Supplied pagination marker 'x' is not valid.");
        assertThat(request.reverse()).isTrue();
        assertThat(of("page_reverse=true").reverse()).isFalse();
    }

    @Test
    void whateverElseIsGivenIsAFilter() {
        ListRequest request = of("name=a&admin_state_up=True&load_balancer_id=b&tenant_id=p&fields=id&fields=name");

        assertThat(request.filters()).isEqualTo(Map.of("name", "a", "admin_state_up", "true", "loadbalancer_id", "b"));
        assertThat(request.projectId()).isEqualTo("p");
        assertThat(request.fields()).containsExactlyInAnyOrder("id", "name");
    }

    @Test
    void tagsAreCommaListsOrRepeated() {
        assertThat(of("tags=a,b&tags=c&not-tags-any=d").filters())
                .isEqualTo(Map.of("tags", "a,b,c", "not-tags-any", "d"));
    }

    @Test
    void bothNamesOfAnAttributeMayBeGivenTheSameValue() {
        assertThat(of("tenant_id=p&project_id=p").projectId()).isEqualTo("p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name=a&name=b", "name=a&name=a", "project_id=a&tenant_id=b", "admin_state_up=maybe", "name=a\0b"
            })
    void filtersThatMakeNoSenseAreRefused(String query) {
        assertThatThrownBy(() -> of(query)).isInstanceOf(Fault.class);
    }

    @Property
    void anyParameterIsReadOrRefused(@ForAll String name, @ForAll String value) {
        try {
            assertThat(ListRequest.of(new MultivaluedHashMap<>(Map.of(name, value))))
                    .isNotNull();
        } catch (Fault | BadRequestException expected) {
            assertThat(expected).hasMessageMatching("(?s).+");
        }
    }

    private static ListRequest of(String query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        return ListRequest.of(parameters);
    }
}
