package io.lbaas.web.security;

import static io.lbaas.web.security.Permission.READ;
import static io.lbaas.web.security.Permission.READ_GLOBAL;

import io.lbaas.plugin.api.Fault;

/** The checks that every resource makes before it answers or asks for a change. */
public final class Access {

    private Access() {}

    /**
     * Checks that the caller may do that to something of a project.
     *
     * @throws Fault FORBIDDEN
     */
    public static void require(Identity caller, Permission permission, String ownerProject) {
        if (!caller.may(permission, ownerProject)) {
            throw new Fault(Fault.Kind.FORBIDDEN, "Policy does not allow this request to be performed.");
        }
    }

    /**
     * The project whose objects a list may hold, null for all of them.
     *
     * @param wanted the project that the request names, null for none
     * @throws Fault FORBIDDEN where that is not the caller's to see
     */
    public static String visibleProject(Identity caller, String wanted) {
        if (caller.may(READ_GLOBAL, wanted)) {
            return wanted;
        }
        String project = wanted == null ? caller.projectId() : wanted;
        require(caller, READ, project);
        return project;
    }
}
