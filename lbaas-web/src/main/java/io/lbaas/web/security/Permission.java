package io.lbaas.web.security;

/** What the rules of the API distinguish. */
public enum Permission {
    READ,
    /** Lists without a project, or of a project that is not the caller's. */
    READ_GLOBAL,
    WRITE,
    /** What only operators do: failover, flavors, availability zones. */
    ADMIN,
    READ_QUOTA,
    READ_QUOTA_GLOBAL,
    WRITE_QUOTA
}
