/**
 * Turns a load balancer into its AS3 declaration: one tenant with one application.
 *
 * <p>A tenant's text stands in JSON strings only, except in iRules, Tcl expressions and the strings of monitors, which
 * the device reads once more; {@link io.lbaas.driver.bigip.declaration.SupportCheck} refuses what could end them there.
 * Names on the device hold ids alone.
 */
package io.lbaas.driver.bigip.declaration;
