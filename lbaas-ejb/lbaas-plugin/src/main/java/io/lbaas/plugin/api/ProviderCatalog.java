package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import java.util.List;

/** The providers that load balancers can be with. Every method may throw {@link Fault}. */
@Local
public interface ProviderCatalog {

    /** A provider, or a key that the data of its profiles may have. */
    record Item(String name, String description) {}

    /** The providers that are enabled, by name. */
    List<Item> providers();

    /**
     * The keys of flavor profiles, by name.
     *
     * @throws Fault INVALID where the provider is not enabled, UNSUPPORTED where it has no device
     */
    List<Item> flavorKeys(String provider);

    /**
     * The keys of availability zone profiles, by name.
     *
     * @throws Fault as above
     */
    List<Item> availabilityZoneKeys(String provider);
}
