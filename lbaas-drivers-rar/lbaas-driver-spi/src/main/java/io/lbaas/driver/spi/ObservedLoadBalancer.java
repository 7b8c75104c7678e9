package io.lbaas.driver.spi;

/**
 * One load balancer as it is on its device.
 *
 * @param present false where it is absent or a tombstone
 * @param generation the highest generation the device was given, 0 where it knows nothing of it
 * @param digest of the configuration found
 * @param intact false where what is found differs from what was applied
 */
public record ObservedLoadBalancer(boolean present, long generation, String digest, boolean intact) {}
