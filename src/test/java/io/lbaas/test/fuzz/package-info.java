/** Hostile requests to every endpoint that the API's description names. */
package io.lbaas.test.fuzz;
