package io.lbaas.web.quantum;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.quantum.MemberTerms;
import io.lbaas.plugin.api.quantum.MonitorTerms;
import io.lbaas.plugin.api.quantum.PoolTerms;
import io.lbaas.plugin.api.quantum.VipTerms;
import io.lbaas.web.schema.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The resources of v1: of each attribute, the limits are those of the v2 object that it becomes part of. */
public final class QuantumSchemas {

    public static final Schema VIP = new Schema("vip", "vip")
            .with(Labels.class)
            .with(ListenerSpec.class)
            .with(VipTerms.class)
            .withAtCreation(Owner.class)
            .only(
                    "project_id",
                    "name",
                    "description",
                    "subnet_id",
                    "address",
                    "protocol",
                    "protocol_port",
                    "pool_id",
                    "session_persistence",
                    "connection_limit",
                    "admin_state_up");

    public static final Schema POOL = new Schema("pool", "pool")
            .with(Labels.class)
            .with(PoolSpec.class)
            .with(PoolTerms.class)
            .withAtCreation(Owner.class)
            .only(
                    "project_id",
                    "name",
                    "description",
                    "subnet_id",
                    "protocol",
                    "provider",
                    "lb_method",
                    "health_monitors",
                    "admin_state_up");

    public static final Schema MEMBER = new Schema("member", "member")
            .with(MemberSpec.class)
            .with(MemberTerms.class)
            .withAtCreation(Owner.class)
            .only("project_id", "pool_id", "address", "protocol_port", "weight", "admin_state_up");

    public static final Schema HEALTH_MONITOR = new Schema("health_monitor", "health_monitor")
            .with(HealthMonitorSpec.class)
            .with(MonitorTerms.class)
            .withAtCreation(Owner.class)
            .only(
                    "project_id",
                    "type",
                    "delay",
                    "timeout",
                    "max_retries",
                    "http_method",
                    "url_path",
                    "expected_codes",
                    "admin_state_up");

    /** The association of a pool with a health monitor. */
    public static final Schema POOL_MONITOR = new Schema("health_monitor", "health_monitor")
            .withAtCreation(Owner.class)
            .withAtCreation(Reference.class);

    private QuantumSchemas() {}

    /** Whose an object is to be; null for the caller's project. What belongs to a pool is its owner's. */
    public record Owner(@Size(min = 1, max = 36) String projectId) {}

    /** What is there already. */
    public record Reference(@NotNull UUID id) {}
}
