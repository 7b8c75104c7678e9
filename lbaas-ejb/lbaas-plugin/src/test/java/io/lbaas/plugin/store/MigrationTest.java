package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.message.json.RecordJson;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.plugin.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of the first version. */
class MigrationTest {

    private static final String ROWS =
            """
            insert into vip_subnet values
                ('00000000-0000-0000-0000-000000000041', 'b', '10.0.0.0/29', '00000000-0000-0000-0000-0000000000aa', 1),
                ('00000000-0000-0000-0000-000000000042', 'c', '10.1.0.0/30', '00000000-0000-0000-0000-0000000000aa', 1),
                ('00000000-0000-0000-0000-000000000061', 'a', '2001:db8::/126', '00000000-0000-0000-0000-0000000000bb', 1);
            insert into device
                select '00000000-0000-0000-0000-0000000000dd', 'd', 'haproxy', '{}', 1, 35, 'ENABLED', true, null, null,
                       null, null, now(), now(), 1;
            insert into load_balancer
                select id::uuid, 'project', '', '', '[]', 'ACTIVE', 'ONLINE', null, null, null, 1, '{}', null, 1, now(),
                       null, '00000000-0000-0000-0000-0000000000dd', 'haproxy', address, subnet::uuid,
                       '00000000-0000-0000-0000-0000000000aa', port::uuid, 1, 1, 1, 0, null, null
                from (values
                    ('00000000-0000-0000-0000-000000000001', '10.0.0.2', '00000000-0000-0000-0000-000000000041',
                     '00000000-0000-0000-0000-0000000000e1'),
                    ('00000000-0000-0000-0000-000000000002', '198.18.0.9', '00000000-0000-0000-0000-0000000000ff',
                     '00000000-0000-0000-0000-0000000000e2')) as given(id, address, subnet, port);
            insert into listener
                select '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000001', 'project', '', '',
                       '[]', 'ACTIVE', 'ONLINE', null, null, null, 1, '{"protocol": "TCP"}', null, 1, now(), null, 80,
                       'TCP';
            insert into pool
                select '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000001', 'project', '', '',
                       '[]', 'ACTIVE', 'ONLINE', null, null, null, 1, '{"protocol": "TCP"}', null, 1, now(), null;
            insert into operation
                select '00000000-0000-0000-0000-000000000099', 'req-1', 'user', 'project', 'CREATE', 'LISTENER',
                       '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000001', 1, 'SUCCEEDED',
                       null, now(), now(), null, null, null, null;
            """;

    private static Connection connection;

    @BeforeAll
    static void migrateFromTheFirstVersion() throws SQLException {
        connection = Postgres.database().getConnection();
        migrate("1");
        connection.setSchema("old");
        try (var statement = connection.createStatement()) {
            statement.execute(ROWS);
        }
        migrate("latest");
    }

    @AfterAll
    static void drop() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema old cascade");
        }
        connection.close();
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(Postgres.database())
                .schemas("old")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void whatIsFreeIsAllThatHostsMayHaveButTheVips() throws SQLException {
        assertThat(rows(
                        "select s.name, host(front), host(back) from vip_range r join vip_subnet s on s.id = r.subnet_id"
                                + " order by s.name, front"))
                .containsExactly(
                        "a 2001:db8::1 2001:db8::3",
                        "b 10.0.0.1 10.0.0.1",
                        "b 10.0.0.3 10.0.0.6",
                        "c 10.1.0.1 10.1.0.2");
    }

    @Test
    void vipsArePortsAndSubnetsHaveNetworks() throws SQLException {
        assertThat(rows(
                        "select right(id::text, 2), address, right(load_balancer_id::text, 1), reserved, device_id is null"
                                + " from vip_port order by id"))
                .containsExactly("e1 10.0.0.2 1 f f", "e2 198.18.0.9 2 f f");
        assertThat(rows("select right(id::text, 2), name from vip_network order by id"))
                .containsExactly("aa b", "bb a");
    }

    @Test
    void whatADeviceHoldsHasItsRoom() throws SQLException {
        assertThat(rows("select count(*), sum(free), min(free), max(free) from device_room"))
                .containsExactly("32 33 1 2");
    }

    @Test
    void documentsSayThatThereIsNoTls() throws SQLException {
        assertThat(rows("select spec->'tls' = '" + RecordJson.create().toJson(ListenerTls.NONE) + "' from listener"))
                .containsExactly("t");
        assertThat(rows("select spec->'tls' = '" + RecordJson.create().toJson(PoolTls.NONE) + "' from pool"))
                .containsExactly("t");
    }

    @Test
    void changesTouchedTheirObject() throws SQLException {
        assertThat(rows("select touched = jsonb_build_array(object_id) from operation"))
                .containsExactly("t");
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }
}
