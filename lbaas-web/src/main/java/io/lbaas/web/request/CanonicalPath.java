package io.lbaas.web.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the paths that a resource may be asked for under to one: {@code v2.0/lbaas/pools}, {@code v2/pools} and
 * {@code load-balancer/v2/lbaas/pools.json} are all {@code v2/lbaas/pools}.
 */
@Provider
@PreMatching
public class CanonicalPath implements ContainerRequestFilter {

    private static final Pattern SERVICE = Pattern.compile("/?(?:(?:load-balancer|network)(?:/|$))?(?<rest>.*)");
    private static final Pattern API = Pattern.compile("v2(?:\\.0)?(?:/lbaas)?(?<rest>/[^/].*?)??(?:\\.json)?/?");

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath(false);
        String canonical = of(path);
        if (!canonical.equals(path)) {
            request.setRequestUri(
                    uri.getRequestUriBuilder().replacePath("/" + canonical).build());
        }
    }

    /** The one path for any of its spellings; what is not part of the API stays as it is. */
    public static String of(String path) {
        Matcher service = SERVICE.matcher(path);
        String local = service.matches() ? service.group("rest") : path;
        Matcher api = API.matcher(local);
        return api.matches() ? "v2/lbaas" + Objects.requireNonNullElse(api.group("rest"), "") : local;
    }
}
