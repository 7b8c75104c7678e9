/** How a device comes by the addresses of its load balancers. */
package io.lbaas.driver.host.vip;
