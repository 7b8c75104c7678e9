/**
 * What a load balancer is in NetScaler's terms: the objects that the appliance shall have, computed from the neutral
 * model alone. Nothing here talks to a device.
 *
 * <p>{@link io.lbaas.driver.netscaler.config.NitroType} is the table of the kinds of object, in the order in which they
 * are made; the mappers say which objects a tree needs.
 */
package io.lbaas.driver.netscaler.config;
