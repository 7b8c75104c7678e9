package io.lbaas.plugin.entity;

import io.lbaas.model.ProvisioningStatus;

/** What is still sought on the device for an object. */
public enum Intent {
    CREATE(ProvisioningStatus.PENDING_CREATE),
    UPDATE(ProvisioningStatus.PENDING_UPDATE),
    DELETE(ProvisioningStatus.PENDING_DELETE);

    private final ProvisioningStatus pending;

    Intent(ProvisioningStatus pending) {
        this.pending = pending;
    }

    /** The status shown while the answer is awaited. */
    public ProvisioningStatus pending() {
        return pending;
    }
}
