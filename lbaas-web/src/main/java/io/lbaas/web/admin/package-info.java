/** The operator's interface: devices, the subnets of VIPs, and accounts. Plain JSON; errors are RFC 9457 problems. */
package io.lbaas.web.admin;
