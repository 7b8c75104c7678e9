package io.lbaas.plugin.inventory;

import io.lbaas.plugin.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date where nobody else does. The launcher has done so before it deploys; a server that was
 * installed by hand is told to do it here, and has Flyway in its library.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {

    @Inject
    private Settings settings;

    @Resource(lookup = "jdbc/lbaas")
    private DataSource database;

    @PostConstruct
    void migrate() {
        if (settings.migrate()) {
            Scripts.run(database);
        }
    }

    /** Apart, so that Flyway is looked for only where it is used. */
    private static final class Scripts {
        static void run(DataSource database) {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(database)
                    .load()
                    .migrate();
        }
    }
}
