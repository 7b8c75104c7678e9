package io.lbaas.web.security;

import static io.lbaas.web.security.Permission.READ;
import static io.lbaas.web.security.Permission.READ_GLOBAL;

import io.lbaas.plugin.api.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What callers may do by the rule set in force. */
@ApplicationScoped
public class Access {

    private final List<Grant> grants;

    /** For the container's proxy. */
    protected Access() {
        grants = List.of();
    }

    @Inject
    Access(
            @ConfigProperty(name = "lbaas.rbac.rules", defaultValue = "keystone-default-roles") String rules,
            @ConfigProperty(name = "lbaas.rbac.enforce-new-defaults", defaultValue = "false") boolean enforced) {
        grants = RuleSet.named(rules).grants(enforced);
    }

    /** Whether the caller may do that to something of a project; null stands for no project in particular. */
    boolean permits(Identity caller, Permission permission, String ownerProject) {
        boolean own = caller.owns(ownerProject);
        return grants.stream().anyMatch(grant -> grant.covers(caller.roles(), permission, own));
    }

    /**
     * Checks that the caller may do that to something of a project.
     *
     * @throws Fault FORBIDDEN
     */
    void require(Identity caller, Permission permission, String ownerProject) {
        if (!permits(caller, permission, ownerProject)) {
            throw new Fault(Fault.Kind.FORBIDDEN, "Policy does not allow this request to be performed.");
        }
    }

    /**
     * The project whose objects a list may hold, null for all of them.
     *
     * @param wanted the project that the request names, null for none
     * @throws Fault FORBIDDEN where that is not the caller's to see
     */
    String visibleProject(Identity caller, String wanted) {
        return visibleProject(caller, READ, READ_GLOBAL, wanted);
    }

    /**
     * The project whose objects a list may hold, where rights of its own are needed to see them.
     *
     * @throws Fault as above
     */
    String visibleProject(Identity caller, Permission own, Permission global, String wanted) {
        if (permits(caller, global, wanted)) {
            return wanted;
        }
        String project = wanted == null ? caller.projectId() : wanted;
        require(caller, own, project);
        return project;
    }
}
