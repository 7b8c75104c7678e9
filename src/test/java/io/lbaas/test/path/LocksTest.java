package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client is told of objects that cannot be changed now, and of those that failed. */
@ExtendWith(SharedServer.class)
class LocksTest {
    private final LbaasServer server;
    private final Api api;

    LocksTest(LbaasServer server) {
        this.server = server;
        api = server.admin();
    }

    @Test
    void onlyThePendingObjectRefusesChanges() throws SQLException {
        Site site = Site.create(api, "locks");
        set(site, "PENDING_UPDATE");

        Answer refused = put("listeners", "listener", site.listener());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.headers()).containsEntry("retry-after", List.of("1"));
        assertThat(refused.json().getString("faultstring"))
                .isEqualTo("Listener " + site.listener() + " is immutable and cannot be updated.");
        assertThat(put("pools", "pool", site.pool()).status()).isEqualTo(200);
        set(site, "ACTIVE");
        site.awaitActive();
        site.delete();
    }

    @Test
    void whatIsInErrorIsTriedAgain() throws SQLException {
        Site site = Site.create(api, "error");
        set(site, "ERROR");

        assertThat(put("listeners", "listener", site.listener()).status()).isEqualTo(200);

        api.awaitStatus("listeners/" + site.listener(), "listener", "ACTIVE");
        site.delete();
    }

    /** A change that asks for nothing new. */
    private Answer put(String collection, String root, String id) {
        return api.send("PUT", "/v2/lbaas/" + collection + "/" + id, "{\"" + root + "\": {}}");
    }

    private void set(Site site, String status) throws SQLException {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(
                    "update listener set provisioning_status = '" + status + "' where id = '" + site.listener() + "'");
        }
    }
}
