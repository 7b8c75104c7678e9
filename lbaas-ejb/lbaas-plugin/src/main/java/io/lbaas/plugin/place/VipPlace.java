package io.lbaas.plugin.place;

import io.lbaas.plugin.rule.Cidr;
import java.util.UUID;

/** The subnet that a VIP is taken from. */
record VipPlace(UUID subnetId, UUID networkId, Cidr cidr) {}
