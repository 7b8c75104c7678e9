/** One nginx as the agent's device: plans a batch of changes, makes it, verifies it, and reads what is observed. */
package io.lbaas.driver.nginx.device;
