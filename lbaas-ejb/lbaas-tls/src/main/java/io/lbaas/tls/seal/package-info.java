/** Encryption of what we keep ourselves: AES-256-GCM with keys from a file that neither database nor queue ever has. */
package io.lbaas.tls.seal;
