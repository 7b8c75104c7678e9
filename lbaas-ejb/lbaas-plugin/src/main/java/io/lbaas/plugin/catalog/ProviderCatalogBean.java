package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.ProviderCatalog;
import io.lbaas.plugin.place.Providers;
import io.lbaas.plugin.service.InFaults;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The providers that load balancers can be with. */
@Stateless
@InFaults
public class ProviderCatalogBean implements ProviderCatalog {

    @Inject
    private Providers providers;

    @Override
    public List<Item> providers() {
        return items(providers.enabled());
    }

    @Override
    public List<Item> flavorKeys(String provider) {
        return items(providers.flavorKeys(provider));
    }

    @Override
    public List<Item> availabilityZoneKeys(String provider) {
        return items(providers.availabilityZoneKeys(provider));
    }

    private static List<Item> items(Map<String, String> descriptions) {
        return descriptions.entrySet().stream()
                .map(entry -> new Item(entry.getKey(), entry.getValue()))
                .toList();
    }
}
