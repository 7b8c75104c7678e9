package io.lbaas.plugin.api;

import jakarta.ejb.Local;

/** What flavors mean to providers. */
@Local
public interface FlavorProfiles extends Catalog<Catalog.FlavorProfileSpec> {}
