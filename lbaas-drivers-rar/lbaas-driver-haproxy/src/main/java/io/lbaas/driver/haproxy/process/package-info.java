/** The program itself: its master process, its check of a configuration and what it says. */
package io.lbaas.driver.haproxy.process;
