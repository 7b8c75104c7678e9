/**
 * The driver for HAProxy 2.6 or later, on the agent's own host or over SSH, as a resource adapter.
 *
 * <p>Settings of a device, by key:
 *
 * <ul>
 *   <li>{@code directory}: where everything of the device lives: configuration, sockets, log. Absolute, at most 80 bytes
 *   <li>{@code binary}: the program, default {@code /usr/sbin/haproxy}
 *   <li>{@code ping}: the program that pings for PING monitors, default {@code /usr/bin/ping}
 *   <li>{@code max-connections}: of the whole device at one time, default what the limit of open files allows
 *   <li>{@code stop-with-agent}: {@code true} ends HAProxy when the adapter stops, default {@code false}
 * </ul>
 *
 * and those of {@link io.lbaas.driver.host.Hosts} and {@link io.lbaas.driver.host.vip.VipSettings}.
 *
 * <p>Sub-packages: {@code config} renders the neutral model, {@code store} keeps the files, {@code process} runs the
 * program, {@code runtime} talks to its sockets, {@code device} makes one change out of all of these.
 */
package io.lbaas.driver.haproxy;
