/**
 * A driver for F5 BIG-IP, which is told of load balancers by AS3 declarations and works on them in its own time.
 *
 * <ul>
 *   <li>{@code declaration}: what is declared
 *   <li>{@code device}: how a device is spoken to
 * </ul>
 *
 * <p>A load balancer is a tenant. A tenant is put as a whole, on condition that it is still what was read before, so
 * that agents in different processes cannot undo each other's changes.
 */
package io.lbaas.driver.bigip;
