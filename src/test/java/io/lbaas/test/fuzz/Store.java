package io.lbaas.test.fuzz;

import io.lbaas.test.harness.LbaasServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is stored, as digests of all tables. */
final class Store {

    /** What changes by itself: devices are probed and counted all the time. */
    private static final String TABLES =
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
              and table_name not in ('flyway_schema_history', 'device', 'device_event', 'device_load')
              and table_name not like '%stat%'
            """;

    private final LbaasServer server;

    Store(LbaasServer server) {
        this.server = server;
    }

    /** Table to a digest of its rows. */
    Map<String, String> digests() {
        try (Connection database = server.database()) {
            Map<String, String> digests = new TreeMap<>();
            for (String table : column(database, TABLES)) {
                digests.put(
                        table,
                        column(
                                        database,
                                        "select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from "
                                                + table + " t")
                                .get(0));
            }
            return digests;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean settled() {
        try (Connection database = server.database()) {
            return column(database, "select count(*) from load_balancer where settled_generation < generation")
                    .get(0)
                    .equals("0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> column(Connection database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
