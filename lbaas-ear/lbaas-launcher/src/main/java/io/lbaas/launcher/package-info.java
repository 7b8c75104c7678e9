/** Starts database, broker, server and application in one process, and stops them in the opposite order. */
package io.lbaas.launcher;
