package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.Catalog;
import io.lbaas.plugin.api.Flavors;
import io.lbaas.plugin.entity.Flavor;
import io.lbaas.plugin.list.Sources;
import jakarta.ejb.Stateless;

/** Flavors. */
@Stateless
public class FlavorsBean extends OffersBean<Catalog.FlavorSpec, Flavor> implements Flavors {

    public FlavorsBean() {
        super(Sources.FLAVORS, Flavor::new, Sources.FLAVOR_PROFILES);
    }
}
