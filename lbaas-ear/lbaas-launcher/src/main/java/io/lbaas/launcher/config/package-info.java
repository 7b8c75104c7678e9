/** What an operator can set, where it comes from, and what is kept in the data directory. */
package io.lbaas.launcher.config;
