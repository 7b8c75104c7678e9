/** PostgreSQL, our own or an external one, and the schema in it. */
package io.lbaas.launcher.database;
