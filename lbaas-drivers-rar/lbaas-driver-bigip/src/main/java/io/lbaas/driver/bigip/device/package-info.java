/**
 * Speaks with a BIG-IP: with AS3 to change it, with iControl REST to see what is in force.
 *
 * <p>A task of AS3 is only a hint. Whether a change was made is told by the tenant itself, because records of tasks are
 * cancelled by a restart of AS3 and dropped when there are more than 25.
 */
package io.lbaas.driver.bigip.device;
