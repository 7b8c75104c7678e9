/**
 * The services behind the original load balancing API (Quantum and Neutron, v1): vips, pools, members and health monitors
 * as another way to say the same load balancers.
 */
package io.lbaas.plugin.api.quantum;
