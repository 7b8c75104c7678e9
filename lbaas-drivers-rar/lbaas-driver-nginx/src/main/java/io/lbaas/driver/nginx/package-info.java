/**
 * The driver for nginx 1.22 or later, the open-source edition, as a resource adapter.
 *
 * <p>Settings of a device, by key:
 *
 * <ul>
 *   <li>{@code directory}: where everything of the device lives: configuration, socket, logs. Absolute, at most 80 bytes
 *   <li>{@code binary}: the program, default {@code /usr/sbin/nginx}
 *   <li>{@code stream-module}: the file with its support of TCP and UDP, default Debian's; empty where it is built in
 *   <li>{@code worker-user}: whose rights the workers have where the master runs as root, default nginx's own choice
 *   <li>{@code workers}: how many there are, default {@code auto} for one for each CPU
 *   <li>{@code worker-connections}: of each worker at one time, with clients and with members together, default 4096
 *   <li>{@code stop-with-agent}: {@code true} ends nginx when the adapter stops, default {@code false}
 * </ul>
 *
 * <p>Those of {@link io.lbaas.driver.host.Hosts} say which host it is on.
 *
 * <p>Sub-packages: {@code config} renders the neutral model, {@code process} runs the program, {@code traffic} counts,
 * {@code device} makes one change out of all of these.
 */
package io.lbaas.driver.nginx;
