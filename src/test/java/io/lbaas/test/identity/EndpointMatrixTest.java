package io.lbaas.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import io.lbaas.test.identity.IdentityDocument.Endpoint;
import io.lbaas.test.identity.RuleBook.Caller;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every endpoint, asked for by every role, about its own project and about another one. */
@ExtendWith(SharedServer.class)
class EndpointMatrixTest {
    private static final String OWN = "matrix-own";
    private static final String OTHER = "matrix-other";
    private static final String PASSWORD = "correct-horse-battery";
    private static final String NOBODY = "nobody";

    /** Deletes come last, and children before their parents. */
    static final Comparator<Endpoint> ORDER = Comparator.comparing((Endpoint endpoint) ->
                    List.of("GET", "PUT", "POST", "DELETE").indexOf(endpoint.method()))
            .thenComparing(endpoint -> endpoint.path().contains("loadbalancers"))
            .thenComparing(Endpoint::path, Comparator.comparing(String::length).reversed());

    private final List<Endpoint> endpoints =
            IdentityDocument.endpoints().stream().sorted(ORDER).toList();

    private final RuleBook rules = RuleBook.inForce("keystone-default-roles", false);
    private final Map<String, Api> callers = new HashMap<>();
    private Api admin;

    @BeforeEach
    void addAccounts(LbaasServer server) {
        admin = server.admin();
        rules.grants().forEach(grant -> grant.roles().forEach(role -> addAccount(server, role, Set.of(role))));
        addAccount(server, NOBODY, Set.of());
    }

    private void addAccount(LbaasServer server, String name, Set<String> roles) {
        callers.put(name, server.account("matrix-" + name, PASSWORD, OWN, roles));
    }

    @AfterEach
    void removeEverything() {
        List<String> loadBalancers = Stream.of(OWN, OTHER)
                .flatMap(project -> listed("/v2/lbaas/loadbalancers?project_id=" + project, "loadbalancers"))
                .map(id -> "loadbalancers/" + id)
                .toList();
        for (String path : loadBalancers) {
            admin.awaitStatus(path, "loadbalancer", "ACTIVE");
            admin.delete(path + "?cascade=true");
        }
        loadBalancers.forEach(admin::awaitGone);
        for (String project : List.of(OWN, OTHER)) {
            listed("/v2.0/lb/health_monitors?tenant_id=" + project, "health_monitors")
                    .forEach(id -> admin.send("DELETE", "/v2.0/lb/health_monitors/" + id, null));
        }
        listed("/tls/v1/containers", "containers")
                .forEach(id -> admin.send("DELETE", "/tls/v1/containers/" + id, null));
        callers.keySet().forEach(name -> admin.send("DELETE", "/admin/v1/accounts/matrix-" + name, null));
    }

    private Stream<String> listed(String path, String collection) {
        return admin.send("GET", path, null).json().getJsonArray(collection).getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("id"));
    }

    private Tenant tenant(String project) {
        return Tenant.create(admin, project.equals(OWN) ? callers.get("admin") : admin, project);
    }

    @Test
    void everyRoleMayDoWhatTheTablesSayAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (String role : callers.keySet()) {
            for (String project : List.of(OWN, OTHER)) {
                Tenant tenant = tenant(project);
                JsonObject before = admin.awaitStatus(tenant.loadBalancer(), "loadbalancer", "ACTIVE");
                endpoints.stream()
                        .filter(endpoint -> isAbout(endpoint, project))
                        .forEach(endpoint -> rules.wrong(
                                        new Caller(callers.get(role), OWN, Set.of(role)), tenant, endpoint)
                                .ifPresent(wrong::add));
                if (!rules.permits(Set.of(role), "WRITE", project.equals(OWN))) {
                    assertThat(admin.show(tenant.loadBalancer(), "loadbalancer"))
                            .as("after what %s was refused", role)
                            .isEqualTo(before);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFoundWhoeverAsks() {
        Tenant tenant = tenant(OWN);
        assertThat(endpoints.stream()
                        .filter(endpoint -> Set.of("READ", "WRITE").contains(endpoint.requires()))
                        .filter(endpoint -> endpoint.path().contains("{"))
                        .filter(endpoint -> !endpoint.path().endsWith("/operations")))
                .allSatisfy(endpoint -> assertThat(callers.get(NOBODY)
                                .send(endpoint.method(), Tenant.pathToNothing(endpoint.path()), tenant.body(endpoint))
                                .status())
                        .isEqualTo(404));
    }

    @Test
    void withoutCredentialsOnlyWhatIsOpenIsAnswered(LbaasServer server) {
        Tenant tenant = tenant(OWN);
        Api anonymous = Api.anonymous(server.httpPort());
        assertThat(endpoints).allSatisfy(endpoint -> assertThat(anonymous
                        .send(endpoint.method(), tenant.path(endpoint.path()), tenant.body(endpoint))
                        .status())
                .isEqualTo(endpoint.requires().equals("OPEN") ? 200 : 401));
    }

    /** What names no project is about the caller's own; so is an upload of a certificate. */
    private static boolean isAbout(Endpoint endpoint, String project) {
        return project.equals(OWN)
                || endpoint.path().contains("{")
                || endpoint.method().equals("POST") && !endpoint.path().startsWith("/tls/")
                || endpoint.isList();
    }
}
