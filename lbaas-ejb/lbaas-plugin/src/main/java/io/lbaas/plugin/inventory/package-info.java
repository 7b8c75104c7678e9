/** The operator's side: devices, VIP subnets, what is there from the start, and whether the plugin is ready. */
package io.lbaas.plugin.inventory;
