package io.lbaas.plugin.api.quantum;

import java.util.List;
import java.util.UUID;

/**
 * An object as the v1 API shows it. {@code status} is PENDING_CREATE, PENDING_UPDATE, PENDING_DELETE, ACTIVE, INACTIVE (a
 * member that fails its check), DOWN (switched off by its owner) or ERROR.
 */
public sealed interface QuantumView {

    UUID id();

    String tenantId();

    /** An address and port, with the pool behind it. */
    record Vip(
            UUID id,
            String tenantId,
            String name,
            String description,
            UUID subnetId,
            String address,
            UUID portId,
            String protocol,
            Integer protocolPort,
            UUID poolId,
            VipTerms.Persistence sessionPersistence,
            Integer connectionLimit,
            Boolean adminStateUp,
            String status,
            String statusDescription)
            implements QuantumView {}

    /**
     * A pool.
     *
     * @param vipId null until there is a vip for it
     * @param deviceId the device that it was placed on, which tenants are not shown
     */
    record Pool(
            UUID id,
            String tenantId,
            UUID vipId,
            String name,
            String description,
            UUID subnetId,
            String protocol,
            String provider,
            String lbMethod,
            List<UUID> members,
            List<UUID> healthMonitors,
            List<MonitorStatus> healthMonitorsStatus,
            Boolean adminStateUp,
            String status,
            String statusDescription,
            UUID deviceId)
            implements QuantumView {}

    /** A member of a pool. */
    record Member(
            UUID id,
            String tenantId,
            UUID poolId,
            String address,
            Integer protocolPort,
            Integer weight,
            Boolean adminStateUp,
            String status,
            String statusDescription)
            implements QuantumView {}

    /** A health monitor, for any number of pools. */
    record HealthMonitor(
            UUID id,
            String tenantId,
            String type,
            Integer delay,
            Integer timeout,
            Integer maxRetries,
            String httpMethod,
            String urlPath,
            String expectedCodes,
            Boolean adminStateUp,
            List<PoolStatus> pools)
            implements QuantumView {}

    /** How far a pool is with a health monitor. */
    record MonitorStatus(UUID monitorId, String status, String statusDescription) {}

    /** How far a health monitor is with a pool. */
    record PoolStatus(UUID poolId, String status, String statusDescription) {}
}
