package io.lbaas.plugin.quantum;

import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.list.RecordView;
import io.lbaas.plugin.list.RecordViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What v1 shows of load balancers. Every method may throw {@link io.lbaas.plugin.api.Fault}. */
@ApplicationScoped
public class QuantumViews {

    private static final RecordView<QuantumView.Vip> VIPS = new RecordView<>("quantum_vip", QuantumView.Vip.class);
    private static final RecordView<QuantumView.Pool> POOLS = new RecordView<>("quantum_pool", QuantumView.Pool.class);
    private static final RecordView<QuantumView.Member> MEMBERS =
            new RecordView<>("quantum_member", QuantumView.Member.class);
    private static final RecordView<QuantumView.HealthMonitor> MONITORS =
            new RecordView<>("quantum_health_monitor", QuantumView.HealthMonitor.class);

    private RecordViews views;

    protected QuantumViews() {}

    @Inject
    public QuantumViews(RecordViews views) {
        this.views = views;
    }

    public QuantumView.Vip vip(UUID id) {
        return find(VIPS, QuantumType.VIP, id);
    }

    public List<QuantumView.Vip> vips(Query query) {
        return views.list(VIPS, query);
    }

    public QuantumView.Pool pool(UUID id) {
        return find(POOLS, QuantumType.POOL, id);
    }

    public List<QuantumView.Pool> pools(Query query) {
        return views.list(POOLS, query);
    }

    public QuantumView.Member member(UUID id) {
        return find(MEMBERS, QuantumType.MEMBER, id);
    }

    public List<QuantumView.Member> members(Query query) {
        return views.list(MEMBERS, query);
    }

    public QuantumView.HealthMonitor monitor(UUID id) {
        return find(MONITORS, QuantumType.HEALTH_MONITOR, id);
    }

    public List<QuantumView.HealthMonitor> monitors(Query query) {
        return views.list(MONITORS, query);
    }

    private <V extends Record> V find(RecordView<V> view, QuantumType type, UUID id) {
        return views.find(view, id).orElseThrow(() -> QuantumFault.notFound(type, id));
    }
}
