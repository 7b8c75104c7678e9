package io.lbaas.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.OtherServer;
import io.lbaas.test.identity.IdentityDocument.Endpoint;
import io.lbaas.test.identity.IdentityDocument.Grant;
import io.lbaas.test.identity.RuleBook.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The other rule set, without what is deprecated: every permission, asked for with all of its roles and with only one. */
@ExtendWith(OtherServer.class)
class RuleSetTest {
    private static final String OWN = "rules-own";
    private static final String OTHER = "rules-other";
    private static final String PASSWORD = "correct-horse-battery";

    /** One for each permission; the matrix of the default rule set has gone through all that require it. */
    private static final Collection<Endpoint> ENDPOINTS = IdentityDocument.endpoints().stream()
            .sorted(EndpointMatrixTest.ORDER)
            .filter(endpoint -> endpoint.path().startsWith("/v2/"))
            .collect(Collectors.toMap(Endpoint::requires, each -> each, (first, other) -> first, LinkedHashMap::new))
            .values();

    private final RuleBook rules = RuleBook.inForce("advanced", true);

    @Test
    void onlyAllRolesOfARowTogetherPermitWhatItSays(LbaasServer server) {
        Api operator = OtherServer.operator(server);
        List<Tenant> tenants = Stream.of(OWN, OTHER)
                .map(project -> Tenant.create(operator, operator, project))
                .toList();
        List<String> wrong = new ArrayList<>();
        callers(server)
                .forEach(caller -> tenants.forEach(tenant -> ENDPOINTS.forEach(
                        endpoint -> rules.wrong(caller, tenant, endpoint).ifPresent(wrong::add))));
        assertThat(wrong).isEmpty();
    }

    private List<Caller> callers(LbaasServer server) {
        Set<Set<String>> combinations = new LinkedHashSet<>(Set.of(Set.of(), Set.of("admin")));
        for (Grant grant : rules.grants()) {
            combinations.add(grant.roles());
            grant.roles().forEach(role -> combinations.add(Set.of(role)));
        }
        Map<String, Set<String>> accounts = new LinkedHashMap<>();
        combinations.forEach(roles -> accounts.put("rules-" + accounts.size(), roles));
        return accounts.entrySet().stream()
                .map(account -> new Caller(
                        server.account(account.getKey(), PASSWORD, OWN, account.getValue()), OWN, account.getValue()))
                .toList();
    }
}
