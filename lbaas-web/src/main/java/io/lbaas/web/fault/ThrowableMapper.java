package io.lbaas.web.fault;

import jakarta.ws.rs.ext.Provider;

/** Answers whatever has no mapper of its own. */
@Provider
public class ThrowableMapper extends FailureMapper<Throwable> {}
