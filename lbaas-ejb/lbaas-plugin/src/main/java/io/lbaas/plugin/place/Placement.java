package io.lbaas.plugin.place;

import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.entity.Device;
import java.util.List;

/** The device and the addresses of a new load balancer, the first of them the VIP. */
public record Placement(Device device, List<Vip> vips) {}
