package io.lbaas.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final JsonObject DOCUMENT = Json.createReader(
                    new StringReader(
                            """
            {"sub": "ann", "realm_access": {"roles": ["member", "reader"], "deep": {"x": "y"}},
             "https://cloud.example/project": "p1", "scope": "openid load-balancer_member", "n": 5, "empty": ""}"""))
            .readObject();

    private static final JsonWebToken TOKEN = new JsonWebToken() {
        @Override
        public String getName() {
            return "ann";
        }

        @Override
        public Set<String> getClaimNames() {
            return DOCUMENT.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
        public <T> T getClaim(String name) {
            return (T) (name.equals("groups") ? Set.of("admin") : DOCUMENT.get(name));
        }
    };

    @Test
    void aNameWithDotsInItIsAName() {
        assertThat(Claims.text(TOKEN, "https://cloud.example/project")).contains("p1");
    }

    @Test
    void aPathLeadsIntoNestedObjects() {
        assertThat(Claims.texts(TOKEN, "realm_access.roles")).containsExactlyInAnyOrder("member", "reader");
        assertThat(Claims.text(TOKEN, "realm_access.deep.x")).contains("y");
    }

    @Test
    void whatThePlatformConvertsIsReadAsWell() {
        assertThat(Claims.texts(TOKEN, "groups")).containsExactly("admin");
    }

    @Test
    void wordsAreAList() {
        assertThat(Claims.texts(TOKEN, "scope")).containsExactlyInAnyOrder("openid", "load-balancer_member");
        assertThat(Claims.texts(TOKEN, "empty")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "none.at.all", "sub.x", "n", "realm_access", "."})
    void whatIsNotThereIsNothing(String path) {
        assertThat(Claims.text(TOKEN, path)).isEmpty();
        assertThat(Claims.texts(TOKEN, path)).isEmpty();
    }
}
