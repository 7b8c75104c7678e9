/** NITRO, the REST API of NetScaler: sessions, targets and errors. It knows nothing of load balancers. */
package io.lbaas.driver.netscaler.nitro;
