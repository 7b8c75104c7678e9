/** Certificates in OpenStack's secret store. */
package io.lbaas.tls.barbican;
