/**
 * The driver {@code noop}: keeps load balancers and moves no traffic, for tests and demonstrations.
 *
 * <p>Settings of a device, all optional:
 *
 * <table>
 * <caption>Settings</caption>
 * <tr><td>{@code directory}</td><td>keeps a file for each load balancer under it, so that state survives restarts and
 * is shared by agents; without it state lives as long as the process</td></tr>
 * <tr><td>{@code delay-ms}</td><td>how long each change of the device takes, 0 by default</td></tr>
 * <tr><td>{@code pend-ms}</td><td>a change is answered with a token and reported done that much later</td></tr>
 * <tr><td>{@code reachable}</td><td>{@code false}: the device does not answer</td></tr>
 * <tr><td>{@code password-sha256}</td><td>hexadecimal digits; only who has the credential {@code password} of that SHA-256
 * is let in</td></tr>
 * <tr><td>{@code hang}</td><td>{@code true}: the device takes requests and answers none; a change ends at its deadline
 * </td></tr>
 * <tr><td>{@code crash}</td><td>{@code true}: each change ends half-way with an exception, as if the process were killed
 * </td></tr>
 * <tr><td>{@code fail}</td><td>a {@link io.lbaas.driver.spi.FailureKind}: every change fails with it; or
 * {@code KIND:REGEX}: only those with a member whose address matches, which is blamed. {@code TIMEOUT_UNKNOWN} does
 * the change and loses the answer</td></tr>
 * <tr><td>{@code fail-times}</td><td>only so many changes fail, counted in this process</td></tr>
 * <tr><td>{@code atomic}</td><td>{@code true}: one failure in a batch is reported for the whole batch, and nothing of
 * it is done</td></tr>
 * </table>
 */
package io.lbaas.driver.noop;
