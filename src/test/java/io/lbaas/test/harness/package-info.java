/** What the system tests share: a real server in its own process, a client, backends with traffic, and the checker. */
package io.lbaas.test.harness;
