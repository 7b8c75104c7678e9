package io.lbaas.plugin.place;

import io.lbaas.plugin.rule.PlacementHints;
import java.util.UUID;

/**
 * What a new load balancer asks of its device.
 *
 * @param flavorId null for none
 */
public record Demand(String provider, UUID flavorId, PlacementHints hints) {}
