/**
 * Brings an appliance to what {@code config} computed, and reads what is there.
 *
 * <p>A change of a load balancer is planned as the steps between what is there and what shall be, and each step knows
 * how it is undone. Generations, digests and tombstones are in comments of string maps on the appliance, one for each
 * load balancer; agents are kept apart by a lock that is a string map too.
 */
package io.lbaas.driver.netscaler.device;
