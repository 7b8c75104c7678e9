package io.lbaas.plugin.api;

import jakarta.ejb.Local;

/** What availability zones mean to providers. */
@Local
public interface AvailabilityZoneProfiles extends Catalog<Catalog.AvailabilityZoneProfileSpec> {}
