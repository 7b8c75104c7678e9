/**
 * JSON over HTTPS, as drivers speak it with the APIs of devices.
 *
 * <p>A call ends in an answer, whatever its status, or in a {@link io.lbaas.driver.http.NoAnswerException} that says
 * whether the device may have acted. Nothing here logs, and no text made here holds a header, a body or a query, for
 * these are where secrets are.
 *
 * <p>Settings of a device: {@code url}; {@code ca-certificates}, PEM text or the path of a file with it, of the
 * authorities to trust instead of the platform's; {@code certificate-sha256}, the fingerprint of the only certificate to
 * trust, whatever its host name; {@code allow-plain-http}, {@code true} to speak without TLS with a host that is not
 * this one.
 */
package io.lbaas.driver.http;
