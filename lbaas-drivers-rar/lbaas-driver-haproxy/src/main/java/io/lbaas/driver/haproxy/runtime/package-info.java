/** The sockets of a running HAProxy: commands to the worker and the master, and changes without a reload. */
package io.lbaas.driver.haproxy.runtime;
