/** The wire of the original load balancing API (Quantum and Neutron, v1), beside that of v2 and on the same objects. */
package io.lbaas.web.quantum;
