/**
 * One load balancer with all that is beneath it: what may be changed, what the device should have, and what becomes of
 * the objects when the device has answered.
 *
 * <p>Plain Java over the entities. It knows no database session and no queue, so that its rules can be tried by the
 * thousand.
 */
package io.lbaas.plugin.tree;
