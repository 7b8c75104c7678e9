package io.lbaas.plugin.api;

import jakarta.ejb.Local;

/** The flavors of load balancers. */
@Local
public interface Flavors extends Catalog<Catalog.FlavorSpec> {}
