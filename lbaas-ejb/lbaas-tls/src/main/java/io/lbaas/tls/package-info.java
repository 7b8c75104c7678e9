/**
 * TLS material on its way from a tenant to a device, for plugin and agent alike.
 *
 * <ul>
 *   <li>{@code bundle}: reads PEM and PKCS#12 and finds what it is good for
 *   <li>{@code seal}: encrypts what we keep, with keys that no database has
 *   <li>{@code barbican}: fetches what OpenStack's secret store keeps
 * </ul>
 */
package io.lbaas.tls;
