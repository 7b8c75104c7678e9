package io.lbaas.plugin.inventory;

import io.lbaas.plugin.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sees to it that the inventory has what the settings promise. */
@Startup
@Singleton
@DependsOn("Migration")
public class Seeds {

    @Inject
    private Settings settings;

    @Inject
    private Seeder seeder;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void sow() {
        if (!settings.devices().isEmpty()) {
            seeder.sow(settings.devices(), settings.dataDirectory());
        }
    }
}
