/** References to TLS material: whether they can be used, and what of them travels to agents. */
package io.lbaas.plugin.tls;
