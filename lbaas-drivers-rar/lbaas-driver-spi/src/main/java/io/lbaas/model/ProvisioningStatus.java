package io.lbaas.model;

/** Where an object stands between what was asked for and what its device has. A deleted object has no row at all. */
public enum ProvisioningStatus {
    PENDING_CREATE,
    PENDING_UPDATE,
    PENDING_DELETE,
    ACTIVE,
    ERROR;

    /** Whether a result is awaited, so that the object refuses changes. */
    public boolean pending() {
        return this == PENDING_CREATE || this == PENDING_UPDATE || this == PENDING_DELETE;
    }
}
