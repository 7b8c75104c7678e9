package io.lbaas.web.openapi;

import io.lbaas.web.resource.CrudResource;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * A method of a resource as it is reached.
 *
 * @param verb for example {@code GET}
 * @param path from the root, with parameters in braces and without the expressions that these may have
 */
record Endpoint(String verb, String path, Class<?> resource, Method method) {

    private static final Map<String, String> SUMMARIES = Map.of(
            "create", "Create a %s",
            "list", "List of kind %s",
            "show", "Show a %s",
            "update", "Change a %s",
            "delete", "Delete a %s");

    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+)\\s*:\\s*([^{}]*)}");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The endpoints of a resource, those of its superclasses included. */
    static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method -> verb(method).stream().flatMap(verb -> paths(resource, method)
                        .map(path -> new Endpoint(verb, path, resource, method))));
    }

    /** The names of the parameters in the path. */
    List<String> parameters() {
        return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** Unique among all endpoints. */
    String id() {
        String words = path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        return verb.toLowerCase(Locale.ROOT) + "_" + words;
    }

    /** The name of a resource, in one word. */
    static String name(Class<?> resource) {
        return resource.getSimpleName().replace("Resource", "");
    }

    String name() {
        return name(resource);
    }

    /** Whether it is the list of a common resource, which can be paged, sorted and filtered. */
    boolean listsPages() {
        return CrudResource.class.isAssignableFrom(resource) && method.getName().equals("list");
    }

    /** Whether a request has a body. */
    boolean writes() {
        return Arrays.asList(method.getParameterTypes()).contains(InputStream.class);
    }

    /** Whether an answer has no body. */
    boolean silent() {
        return method.getReturnType() == void.class;
    }

    /** The status code of success. */
    String status() {
        APIResponse said = method.getAnnotation(APIResponse.class);
        if (said != null) {
            return said.responseCode();
        }
        return verb.equals("POST") ? "201" : silent() ? "204" : "200";
    }

    /** What the operation does, in a few words: as its method says, or as all methods of its kind do. */
    String summary() {
        Operation said = method.getAnnotation(Operation.class);
        String kind = name().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return said != null
                ? said.summary()
                : SUMMARIES
                        .getOrDefault(method.getName(), "%s: " + method.getName())
                        .formatted(kind);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(annotation -> annotation != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** One path, or one for each of the words that an expression admits. */
    private static Stream<String> paths(Class<?> resource, Method method) {
        Path base = resource.getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        String whole = "/" + base.value() + (own == null ? "" : "/" + own.value());
        return expand(whole.replaceAll("/+", "/"));
    }

    private static Stream<String> expand(String path) {
        Matcher expression = EXPRESSION.matcher(path);
        if (!expression.find()) {
            return Stream.of(path);
        }
        String before = path.substring(0, expression.start());
        String after = path.substring(expression.end());
        boolean words = expression.group(2).matches("[a-z]+(\\|[a-z]+)*");
        Stream<String> values =
                words ? Arrays.stream(expression.group(2).split("\\|")) : Stream.of("{" + expression.group(1) + "}");
        return values.flatMap(value -> expand(before + value + after));
    }
}
