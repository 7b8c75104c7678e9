/**
 * What drivers for software on a host have in common: the host's files, programs, sockets and locks, wherever it is. A
 * driver is written against {@link io.lbaas.driver.host.Host} and does not know whether that is the agent's own.
 */
package io.lbaas.driver.host;
