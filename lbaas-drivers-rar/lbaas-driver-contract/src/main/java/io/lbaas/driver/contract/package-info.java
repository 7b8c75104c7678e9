/**
 * What every driver must pass, as interfaces of JUnit tests.
 *
 * <p>A driver's test implements {@link io.lbaas.driver.contract.LoadBalancerDriverContract}, says how a session is
 * opened, and inherits all tests. {@link io.lbaas.driver.contract.TreeBuilder} makes valid trees, here and elsewhere.
 */
package io.lbaas.driver.contract;
