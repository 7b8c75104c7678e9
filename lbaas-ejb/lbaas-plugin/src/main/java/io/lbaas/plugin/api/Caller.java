package io.lbaas.plugin.api;

/**
 * On whose behalf a change is made; kept in the operation's record.
 *
 * @param user who asked
 * @param projectId the project that the caller's credentials are good for
 * @param requestId {@code req-} and a UUID, as in the answer's {@code x-openstack-request-id}
 */
public record Caller(String user, String projectId, String requestId) {}
