package io.lbaas.test.identity;

import io.lbaas.test.harness.Api;
import io.lbaas.test.identity.IdentityDocument.Endpoint;
import io.lbaas.test.identity.IdentityDocument.Grant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the documentation says that callers may do. */
record RuleBook(List<Grant> grants) {

    static RuleBook inForce(String ruleSet, boolean enforced) {
        return new RuleBook(IdentityDocument.grants(ruleSet, enforced));
    }

    boolean permits(Set<String> roles, String permission, boolean own) {
        return grants.stream().anyMatch(grant -> grant.covers(roles, permission, own));
    }

    /** Asks an endpoint about a tenant; in words, how the answer is not as said. */
    Optional<String> wrong(Caller caller, Tenant tenant, Endpoint endpoint) {
        String path = tenant.path(endpoint.path()) + (endpoint.isList() ? "?project_id=" + tenant.project() : "");
        Api.Answer answer = caller.api().send(endpoint.method(), path, tenant.body(endpoint));
        boolean permitted = mayUse(caller.roles(), endpoint, tenant.project().equals(caller.project()));
        boolean asSaid = permitted ? !Set.of(401, 403, 500, 503).contains(answer.status()) : answer.status() == 403;
        return asSaid
                ? Optional.empty()
                : Optional.of("%s %s as %s: %d, %spermitted: %s"
                        .formatted(
                                endpoint.method(),
                                path,
                                caller.roles(),
                                answer.status(),
                                permitted ? "" : "not ",
                                answer.body()));
    }

    private boolean mayUse(Set<String> roles, Endpoint endpoint, boolean own) {
        return switch (endpoint.requires()) {
            case "OPEN", "CALLER" -> true;
            case "READER" -> permits(roles, "READ", true);
            case "OPERATOR" -> roles.contains("admin");
            case "LIST" -> permits(roles, own ? "READ" : "READ_GLOBAL", own);
            case "LIST_QUOTA" -> permits(roles, own ? "READ_QUOTA" : "READ_QUOTA_GLOBAL", own);
            default -> permits(roles, endpoint.requires(), own);
        };
    }

    /** Somebody with roles in a project. */
    record Caller(Api api, String project, Set<String> roles) {}
}
