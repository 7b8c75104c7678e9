package io.lbaas.web.security;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Claims of a token by name, or by path where they are nested: {@code realm_access.roles}. */
final class Claims {

    private Claims() {}

    /** A claim that is one word. */
    static Optional<String> text(JsonWebToken token, String path) {
        return words(find(token, path)).findFirst();
    }

    /** A claim that is a list, or words with blanks or commas between. */
    static Set<String> texts(JsonWebToken token, String path) {
        return words(find(token, path))
                .flatMap(word -> Arrays.stream(word.split("[\\s,]+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names may have dots in them too, so the whole is tried as a name first. */
    private static Object find(JsonWebToken token, String path) {
        Object claim = token.getClaim(path);
        int dot = path.indexOf('.');
        if (claim != null || dot < 0) {
            return claim;
        }
        return token.getClaim(path.substring(0, dot)) instanceof JsonObject object
                ? find(object, path.substring(dot + 1))
                : null;
    }

    private static Object find(JsonObject object, String path) {
        int dot = path.indexOf('.');
        if (object.containsKey(path) || dot < 0) {
            return object.get(path);
        }
        return object.get(path.substring(0, dot)) instanceof JsonObject inner
                ? find(inner, path.substring(dot + 1))
                : null;
    }

    private static Stream<String> words(Object claim) {
        if (claim instanceof String text) {
            return Stream.of(text);
        }
        if (claim instanceof JsonString text) {
            return Stream.of(text.getString());
        }
        if (claim instanceof JsonArray || claim instanceof Set) {
            return ((Collection<?>) claim).stream().flatMap(Claims::words);
        }
        return Stream.empty();
    }
}
