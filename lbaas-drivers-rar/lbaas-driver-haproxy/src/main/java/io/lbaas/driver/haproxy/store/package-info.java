/** The files of a device: one for each load balancer, changed all together or not at all. */
package io.lbaas.driver.haproxy.store;
