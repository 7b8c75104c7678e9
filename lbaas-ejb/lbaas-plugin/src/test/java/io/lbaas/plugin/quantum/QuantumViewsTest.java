package io.lbaas.plugin.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.Algorithm;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.list.RecordViews;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantumViewsTest {

    private final StoredTree stored = StoredTree.plant();

    @ParameterizedTest
    @CsvSource({
        "      , ACTIVE        , PENDING_CREATE, true , OFFLINE   , PENDING_CREATE",
        "      , ACTIVE        , PENDING_UPDATE, false, ERROR     , PENDING_UPDATE",
        "      , ACTIVE        , PENDING_DELETE, true , ONLINE    , PENDING_DELETE",
        "      , ACTIVE        , ERROR         , true , ONLINE    , ERROR",
        "      , ERROR         , ACTIVE        , true , ONLINE    , ACTIVE",
        "      , ACTIVE        , ACTIVE        , false, ERROR     , DOWN",
        "      , ACTIVE        , ACTIVE        , true , ERROR     , INACTIVE",
        "      , ACTIVE        , ACTIVE        , true , OFFLINE   , ACTIVE",
        "      , ACTIVE        , ACTIVE        , true , NO_MONITOR, ACTIVE",
        "      , ACTIVE        , ACTIVE        , true , DRAINING  , ACTIVE",
        "      , ACTIVE        , ACTIVE        , true ,           , ACTIVE",
        "DELETE, PENDING_DELETE, ACTIVE        , true , ONLINE    , PENDING_DELETE",
        "DELETE, ERROR         , ACTIVE        , true , ONLINE    , ERROR"
    })
    void oneWordSaysHowAnObjectIs(
            String rootIntent, String root, String own, boolean enabled, String operating, String expected) {
        Object status = Postgres.inTransaction(
                session -> session.createNativeQuery("select quantum_status(cast(? as text), ?, ?, ?, cast(? as text))")
                        .setParameter(1, rootIntent)
                        .setParameter(2, root)
                        .setParameter(3, own)
                        .setParameter(4, enabled)
                        .setParameter(5, operating)
                        .getSingleResult());

        assertThat(status).isEqualTo(expected);
    }

    @Test
    void aTreeShowsAsVipPoolMemberAndMonitor() {
        UUID pool = pool(Samples.pool(PoolProtocol.HTTP));
        UUID vip = listener(ListenerProtocol.HTTP, 80, pool);
        UUID member = stored.change(editor -> editor.members()
                .create(pool, Samples.LABELS, Samples.member("10.0.0.1", 80))
                .id());
        UUID monitor = stored.change(editor -> editor.healthMonitors()
                .create(pool, Samples.LABELS, Samples.monitor(MonitorType.TCP))
                .id());
        stored.confirmAll();

        QuantumView.Vip shownVip = read(views -> views.vip(vip));
        QuantumView.Pool shownPool = read(views -> views.pool(pool));
        QuantumView.Member shownMember = read(views -> views.member(member));
        QuantumView.HealthMonitor shownMonitor = read(views -> views.monitor(monitor));
        assertThat(shownVip)
                .returns(pool, QuantumView.Vip::poolId)
                .returns(80, QuantumView.Vip::protocolPort)
                .returns("ACTIVE", QuantumView.Vip::status);
        assertThat(shownPool)
                .returns(vip, QuantumView.Pool::vipId)
                .returns(List.of(member), QuantumView.Pool::members)
                .returns(List.of(monitor), QuantumView.Pool::healthMonitors)
                .returns(
                        List.of(new QuantumView.MonitorStatus(monitor, "ACTIVE", null)),
                        QuantumView.Pool::healthMonitorsStatus);
        assertThat(shownMember).returns(pool, QuantumView.Member::poolId);
        assertThat(shownMonitor.pools()).containsExactly(new QuantumView.PoolStatus(pool, "ACTIVE", null));
    }

    @ParameterizedTest
    @CsvSource({
        "TCP , ROUND_ROBIN      , TCP , true",
        "HTTP, LEAST_CONNECTIONS, HTTP, true",
        "HTTP, SOURCE_IP        ,     , true",
        "HTTP, SOURCE_IP_PORT   , HTTP, false",
        "HTTP, ROUND_ROBIN      , TCP , false",
        "UDP , ROUND_ROBIN      , UDP , false",
        "PROXY, ROUND_ROBIN     , HTTP, false"
    })
    void onlyWhatV1KnowsCanBeSaidInIt(
            PoolProtocol protocol, Algorithm algorithm, ListenerProtocol listener, boolean shown) {
        UUID pool = pool(new PoolSpec(protocol, algorithm, true, null));
        if (listener != null) {
            listener(listener, 80, pool);
        }

        assertThat(shows(pool)).isEqualTo(shown);
    }

    @Test
    void aSecondListenerOrPoolHidesTheTree() {
        UUID pool = pool(Samples.pool(PoolProtocol.TCP));
        listener(ListenerProtocol.TCP, 80, pool);
        assertThat(shows(pool)).isTrue();

        UUID second = listener(ListenerProtocol.TCP, 81, pool);
        assertThat(shows(pool)).isFalse();
        stored.confirmAll();
        stored.change(editor -> editor.listeners().delete(second));
        stored.confirmAll();
        assertThat(shows(pool)).isTrue();

        pool(Samples.pool(PoolProtocol.TCP));
        assertThat(shows(pool)).isFalse();
        assertThatThrownBy(() -> read(views -> views.pool(pool)))
                .isInstanceOf(QuantumFault.class)
                .hasMessage("Pool " + pool + " could not be found");
    }

    @ParameterizedTest
    @CsvSource({
        "name,WEB,1",
        "name,other,0",
        "protocol,TCP,1",
        "lb_method,SOURCE_IP,0",
        "admin_state_up,true,1",
        "status,PENDING_CREATE,1",
        "vip_id,no-uuid,0"
    })
    void poolsAreFilteredByTheirAttributes(String attribute, String value, int matches) {
        UUID pool = pool(Samples.pool(PoolProtocol.TCP));
        var filters = Map.of("id", pool.toString(), attribute, value);

        assertThat(pools(filters)).hasSize(matches);
    }

    @Test
    void whatV1DoesNotKnowIsNoFilter() {
        var filters = Map.of("tags", "a");

        assertThatThrownBy(() -> pools(filters)).hasMessage("One or more arguments are either duplicate or invalid");
    }

    private boolean shows(UUID pool) {
        return !pools(Map.of("id", pool.toString())).isEmpty();
    }

    private static List<QuantumView.Pool> pools(Map<String, String> filters) {
        return read(views -> views.pools(new Query(null, filters, List.of(), 0, null, false)));
    }

    private UUID pool(PoolSpec spec) {
        return stored.change(
                editor -> editor.pools().create(null, Samples.LABELS, spec).id());
    }

    private UUID listener(ListenerProtocol protocol, int port, UUID pool) {
        return stored.change(editor -> editor.listeners()
                .create(Samples.LABELS, Samples.listener(protocol, port).withDefaultPool(pool))
                .id());
    }

    private static <T> T read(Function<QuantumViews, T> reader) {
        return Postgres.inTransaction(session -> reader.apply(new QuantumViews(new RecordViews(session))));
    }
}
