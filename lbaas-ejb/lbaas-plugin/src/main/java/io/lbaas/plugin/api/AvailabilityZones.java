package io.lbaas.plugin.api;

import jakarta.ejb.Local;

/** The availability zones that load balancers may be in. */
@Local
public interface AvailabilityZones extends Catalog<Catalog.AvailabilityZoneSpec> {}
