package io.lbaas.plugin.api;

/**
 * On whose behalf a change is made; kept in the operation's record, but for the token.
 *
 * @param user who asked
 * @param projectId the project that the caller's credentials are good for
 * @param requestId {@code req-} and a UUID, as in the answer's {@code x-openstack-request-id}
 * @param token the Keystone token that the caller sent, to ask other services on the caller's behalf; null where none
 *     was used. Never stored, logged or sent in a message.
 */
public record Caller(String user, String projectId, String requestId, String token) {

    /** A caller without a token. */
    public Caller(String user, String projectId, String requestId) {
        this(user, projectId, requestId, null);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Caller[" + user + " of " + projectId + ", " + requestId + "]";
    }
}
