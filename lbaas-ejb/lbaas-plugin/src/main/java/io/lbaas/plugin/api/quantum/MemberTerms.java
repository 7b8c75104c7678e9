package io.lbaas.plugin.api.quantum;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What a v1 member says that a member in a path does not: its pool, which may change. */
public record MemberTerms(@NotNull UUID poolId) {}
