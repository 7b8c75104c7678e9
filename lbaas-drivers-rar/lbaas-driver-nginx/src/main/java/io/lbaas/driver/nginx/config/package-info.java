/** Renders the neutral model as nginx configuration; no text of a tenant can become more than one word of it. */
package io.lbaas.driver.nginx.config;
