package io.lbaas.plugin.place;

import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.entity.Device;

/** The device and the address of a new load balancer. */
public record Placement(Device device, Vip vip) {}
