package io.lbaas.test.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at database, broker and device from outside, never through the server's own API. */
public final class Checker {
    private static final Pattern HEADER = Pattern.compile("lb=(?<id>[0-9a-f-]{36}) gen=(?<generation>\\d+)");

    private static final String ON_HAPROXY = " WHERE provider = 'haproxy'";

    private final LbaasServer server;

    public Checker(LbaasServer server) {
        this.server = server;
    }

    /** What is still under way, in words: PENDING rows, open operations, prepared transactions, waiting messages. */
    public List<String> unsettled() {
        List<String> found = new ArrayList<>();
        for (String table : List.of("load_balancer", "listener", "pool", "member", "health_monitor")) {
            count(
                    "SELECT count(*) FROM " + table + " WHERE provisioning_status LIKE 'PENDING%'",
                    "PENDING in " + table,
                    found);
        }
        count("SELECT count(*) FROM load_balancer WHERE generation > applied_generation", "not applied", found);
        count("SELECT count(*) FROM operation WHERE status = 'PENDING'", "open operations", found);
        count("SELECT count(*) FROM pg_prepared_xacts", "prepared in PostgreSQL", found);
        BrokerTool broker = server.broker();
        if (broker.hasPreparedTransactions()) {
            found.add("prepared in the broker");
        }
        for (String queue : List.of("lbaas.commands", "lbaas.results")) {
            int waiting = broker.messages(queue);
            if (waiting > 0) {
                found.add(waiting + " messages in " + queue);
            }
        }
        return found;
    }

    /** Every acknowledged load balancer is ACTIVE, and HAProxy has exactly what the database has of it. */
    public void assertNothingLostNothingOrphaned(Collection<String> acknowledged) {
        Map<String, Long> stored = new TreeMap<>();
        query("SELECT id, generation, provisioning_status FROM load_balancer" + ON_HAPROXY, row -> {
            stored.put(row.getString(1), row.getLong(2));
            assertThat(row.getString(3))
                    .as("load balancer %s", row.getString(1))
                    .isEqualTo("ACTIVE");
        });
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(onHaproxy()).isEqualTo(stored);
    }

    /** The ids of all load balancers that HAProxy should have by the database. */
    public List<String> loadBalancers() {
        List<String> found = new ArrayList<>();
        query("SELECT id FROM load_balancer" + ON_HAPROXY, row -> found.add(row.getString(1)));
        return found;
    }

    /** Generation by load balancer, from the headers of HAProxy's own files. */
    private Map<String, Long> onHaproxy() {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(server.dataDir().resolve("haproxy/conf.d"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".cfg")).toList()) {
                Matcher header = HEADER.matcher(Files.readString(file));
                if (header.find()) {
                    found.put(header.group("id"), Long.valueOf(header.group("generation")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void count(String sql, String what, List<String> found) {
        query(sql, row -> {
            if (row.getLong(1) > 0) {
                found.add(row.getLong(1) + " " + what);
            }
        });
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
