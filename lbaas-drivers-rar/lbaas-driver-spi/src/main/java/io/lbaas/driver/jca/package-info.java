/**
 * The outbound half of Jakarta Connectors, written once for all drivers.
 *
 * <p>A driver's resource adapter is two small classes: a {@link io.lbaas.driver.jca.DriverResourceAdapter} with
 * {@code @Connector} that opens sessions, and a {@link io.lbaas.driver.jca.DriverManagedConnectionFactory} with
 * {@code @ConnectionDefinition}, which is all of it. The server pools them by {@link io.lbaas.driver.spi.DeviceSpec}. Device changes cannot join a
 * transaction: generations make them safe to repeat instead.
 */
package io.lbaas.driver.jca;
