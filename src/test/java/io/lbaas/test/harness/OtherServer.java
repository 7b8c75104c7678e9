package io.lbaas.test.harness;

import java.util.List;
import java.util.Map;

/** Gives tests a server to share that is set up as few are: what can be chosen is not what it is by default. */
public final class OtherServer extends SharedServer {

    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "LBAAS_LOCKING", "load-balancer",
                "LBAAS_NETWORK", "permissive",
                "LBAAS_RBAC_RULES", "advanced",
                "LBAAS_RBAC_ENFORCE_NEW_DEFAULTS", "true");
    }

    /** A client that may do everything; to be admin is not enough by its rules. */
    public static Api operator(LbaasServer server) {
        return server.account(
                "operator", "correct-horse-battery", "operators", List.of("admin", "load-balancer_admin"));
    }
}
