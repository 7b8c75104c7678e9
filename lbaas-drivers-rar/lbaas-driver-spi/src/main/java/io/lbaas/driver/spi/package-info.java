/**
 * What a driver implements and what it may expect.
 *
 * <p>One verb configures: {@link io.lbaas.driver.spi.LoadBalancerDriver#apply apply} of the whole desired tree,
 * level-triggered. Rules for every driver: the same generation twice changes nothing; a generation lower than the one
 * on the device is refused as stale; generation and digest are written on the device; a removed load balancer leaves a
 * tombstone with its generation; nothing without our mark is touched; a vendor's error is an
 * {@link io.lbaas.driver.spi.Outcome}, never an exception. {@code io.lbaas.driver.contract} tests all of it.
 */
package io.lbaas.driver.spi;
