/** Payara Micro: its configuration, resources, transaction recovery and the deployed application. */
package io.lbaas.launcher.server;
