/** Certificates, private keys and revocation lists in one bundle, checked to fit together. */
package io.lbaas.tls.bundle;
