package io.lbaas.plugin.api.quantum;

import io.lbaas.model.PersistenceType;
import io.lbaas.model.SessionPersistence;
import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a vip says that a listener does not.
 *
 * @param subnetId where its address is taken from
 * @param address null to have one chosen
 * @param poolId where its traffic goes
 */
public record VipTerms(
        @NotNull @CreateOnly UUID subnetId,
        @CreateOnly String address,
        @NotNull @CreateOnly QuantumProtocol protocol,
        @NotNull UUID poolId,
        @NotNull @Default("{}") Persistence sessionPersistence) {

    /**
     * How a client stays with its member.
     *
     * @param type null for not at all
     * @param cookieName with APP_COOKIE only
     */
    public record Persistence(PersistenceType type, String cookieName) {

        /** What the pool is told; null for no persistence. */
        public SessionPersistence ofPool() {
            return type == null ? null : new SessionPersistence(type, cookieName, null, null);
        }
    }
}
