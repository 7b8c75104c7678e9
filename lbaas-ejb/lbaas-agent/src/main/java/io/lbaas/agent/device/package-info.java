/** Sessions with devices, and what is done in one: probing, reading health, changing the configuration. */
package io.lbaas.agent.device;
