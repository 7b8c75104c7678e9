package io.lbaas.web.fault;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.ext.Provider;

/** Answers values that break the constraints of their attribute. */
@Provider
public class ValidationExceptionMapper extends FailureMapper<ValidationException> {}
