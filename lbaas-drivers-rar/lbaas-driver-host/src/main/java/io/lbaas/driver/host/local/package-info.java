/** The agent's own host. */
package io.lbaas.driver.host.local;
