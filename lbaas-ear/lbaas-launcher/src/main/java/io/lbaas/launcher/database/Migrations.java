package io.lbaas.launcher.database;

import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date and returns the number of migrations applied. Runs isolated. */
public final class Migrations implements Function<Map<String, String>, Integer> {

    @Override
    public Integer apply(Map<String, String> address) {
        return Flyway.configure(getClass().getClassLoader())
                .dataSource(address.get("url"), address.get("user"), address.get("password"))
                .locations("classpath:db/migration")
                .connectRetries(10)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
