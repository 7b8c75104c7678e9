/** Counts the traffic of listeners from what nginx logs of it. */
package io.lbaas.driver.nginx.traffic;
