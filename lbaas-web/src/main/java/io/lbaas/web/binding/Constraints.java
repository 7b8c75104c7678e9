package io.lbaas.web.binding;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;

/** Bean Validation of the records that the plugin never sees as a whole, or that operators send. */
public final class Constraints {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private Constraints() {}

    /**
     * The record itself, if it keeps to its constraints.
     *
     * @throws ConstraintViolationException otherwise
     */
    public static <T extends Record> T checked(T given) {
        Set<ConstraintViolation<T>> violations = VALIDATOR.validate(given);
        if (violations.isEmpty()) {
            return given;
        }
        throw new ConstraintViolationException(violations);
    }
}
