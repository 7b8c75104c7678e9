/**
 * The original load balancing API on the trees of load balancers. A pool lives in a load balancer from its first moment
 * ({@link io.lbaas.plugin.quantum.Homes}), its vip is that one's listener; what is shown is read from views of the
 * database, and every change goes through {@link io.lbaas.plugin.service.TreeTransaction}.
 */
package io.lbaas.plugin.quantum;
