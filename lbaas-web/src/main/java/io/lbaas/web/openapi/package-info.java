/**
 * The description of the API in OpenAPI's form, made from what serves it: paths and methods are those of the JAX-RS
 * resources, attributes and limits those of the records that requests are read into. It is published at
 * {@code /openapi}.
 */
package io.lbaas.web.openapi;
