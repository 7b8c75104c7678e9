/** What must hold before anything is started: one process per data directory, free ports, a load balancer. */
package io.lbaas.launcher.check;
