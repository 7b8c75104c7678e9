/**
 * A BIG-IP for tests: AS3 with its tasks, and as much of iControl REST as the driver reads.
 *
 * <p>It is as strict as the appliance: {@link io.lbaas.driver.bigip.simulator.Schema} refuses whatever is not in the
 * part of the vendor's schema that was read for it. {@link io.lbaas.driver.bigip.simulator.Faults} make it misbehave, and
 * {@link io.lbaas.driver.bigip.simulator.SimulatorMain} runs it alone.
 */
package io.lbaas.driver.bigip.simulator;
