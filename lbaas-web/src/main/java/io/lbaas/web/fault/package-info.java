/** How failures are answered: from exceptions to status codes, and the forms of body that clients expect. */
package io.lbaas.web.fault;
