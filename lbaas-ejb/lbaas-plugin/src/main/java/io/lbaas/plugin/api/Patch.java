package io.lbaas.plugin.api;

import java.util.function.UnaryOperator;

/**
 * A change of an object, applied to what is stored under the load balancer's lock: what the request does not mention
 * stays as it is.
 *
 * @param <S> the spec of the object
 */
public record Patch<S>(UnaryOperator<Labels> labels, UnaryOperator<S> spec) {}
