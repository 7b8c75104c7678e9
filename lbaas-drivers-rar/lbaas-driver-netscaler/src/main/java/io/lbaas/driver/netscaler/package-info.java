/**
 * The driver {@code netscaler}: speaks NITRO over HTTPS with a NetScaler appliance and answers at once.
 *
 * <p>Settings of a device are those of {@link io.lbaas.driver.http} and {@code enable-features}: {@code false} to leave
 * features of the appliance that are off as they are. Credentials: {@code username} and {@code password}.
 */
package io.lbaas.driver.netscaler;
