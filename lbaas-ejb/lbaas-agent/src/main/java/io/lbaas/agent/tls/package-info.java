/** Gets the TLS material that a change needs, just before the change is made. */
package io.lbaas.agent.tls;
