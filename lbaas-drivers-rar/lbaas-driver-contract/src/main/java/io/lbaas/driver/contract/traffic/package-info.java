/**
 * Tests of drivers whose device carries traffic on this machine: clients, members and what they make of a load balancer.
 */
package io.lbaas.driver.contract.traffic;
