/**
 * A NetScaler appliance without the appliance: its API with typed tables, sessions, both dialects of the wire, what is
 * saved and what is not, a pair of nodes, the health of members, and faults on demand.
 *
 * <p>It is strict: what {@code schema.txt} does not know is refused with the appliance's codes. Start it alone with
 * {@link io.lbaas.driver.netscaler.simulator.Simulator#main}.
 */
package io.lbaas.driver.netscaler.simulator;
