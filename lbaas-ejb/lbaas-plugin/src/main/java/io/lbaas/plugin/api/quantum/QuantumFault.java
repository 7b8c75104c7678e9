package io.lbaas.plugin.api.quantum;

import io.lbaas.plugin.api.Fault;
import java.util.UUID;

/** A refusal that the v1 API has a name for, which clients are told. */
public final class QuantumFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final String type;

    private QuantumFault(Kind kind, String type, String message) {
        super(kind, message);
        this.type = type;
    }

    /** The name. */
    public String type() {
        return type;
    }

    public static QuantumFault notFound(QuantumType type, Object id) {
        return new QuantumFault(
                Kind.NOT_FOUND, type.exceptionPrefix() + "NotFound", type.title() + " " + id + " could not be found");
    }

    public static QuantumFault vipExists(UUID pool) {
        return new QuantumFault(Kind.CONFLICT, "VipExists", "Another Vip already exists for pool " + pool);
    }

    public static QuantumFault poolInUse(UUID pool) {
        return new QuantumFault(Kind.CONFLICT, "PoolInUse", "Pool " + pool + " is still in use");
    }

    public static QuantumFault protocolMismatch(Object vip, Object pool) {
        return new QuantumFault(
                Kind.INVALID, "ProtocolMismatch", "Protocol " + vip + " does not match pool protocol " + pool);
    }

    public static QuantumFault monitorInUse(UUID monitor) {
        return new QuantumFault(
                Kind.CONFLICT,
                "HealthMonitorInUse",
                "Health monitor " + monitor + " still has associations with pools");
    }

    public static QuantumFault associated(UUID monitor, UUID pool) {
        return new QuantumFault(
                Kind.CONFLICT,
                "PoolMonitorAssociationExists",
                "health_monitor " + monitor + " is already associated with pool " + pool);
    }

    /** The pool has a health monitor; one is the most. */
    public static QuantumFault monitored(UUID pool, UUID monitor) {
        return new QuantumFault(
                Kind.CONFLICT,
                "PoolMonitorAssociationExists",
                "Pool " + pool + " already has health_monitor " + monitor + ", and a pool can have one only");
    }

    public static QuantumFault notAssociated(Object monitor, UUID pool) {
        return new QuantumFault(
                Kind.NOT_FOUND,
                "PoolMonitorAssociationNotFound",
                "Monitor " + monitor + " is not associated with Pool " + pool);
    }
}
