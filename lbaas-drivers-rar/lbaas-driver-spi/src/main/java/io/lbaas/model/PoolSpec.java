package io.lbaas.model;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * What a tenant asks of a pool.
 *
 * @param sessionPersistence how clients stay with a member, null for not at all
 */
public record PoolSpec(
        @NotNull @CreateOnly PoolProtocol protocol,
        @NotNull Algorithm lbAlgorithm,
        @NotNull @Default("true") Boolean adminStateUp,
        @Valid SessionPersistence sessionPersistence) {}
