/** The examples of the API's description, made for real. */
package io.lbaas.test.example;
