/** Who is calling and what they may do: authentication, the roles as a table, and the checks against it. */
package io.lbaas.web.security;
