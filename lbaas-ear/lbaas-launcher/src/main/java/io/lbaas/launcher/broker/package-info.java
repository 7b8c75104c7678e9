/** OpenMQ, in this process or an external one. */
package io.lbaas.launcher.broker;
