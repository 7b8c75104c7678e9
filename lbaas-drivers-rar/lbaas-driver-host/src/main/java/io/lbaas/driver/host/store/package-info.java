/** The configuration files of a device: those of all load balancers are changed together or not at all. */
package io.lbaas.driver.host.store;
