package io.lbaas.web.fault;

import io.lbaas.web.binding.Attribute;
import io.lbaas.web.binding.Display;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;

/** Bean Validation's findings in the words of the API, which reports one at a time. */
final class Violations {

    private Violations() {}

    static String text(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(Violations::text)
                .min(Comparator.naturalOrder())
                .orElseGet(violations::getMessage);
    }

    private static String text(ConstraintViolation<?> violation) {
        return Display.invalidField(field(violation), violation.getInvalidValue(), violation.getMessage())
                .getMessage();
    }

    private static String field(ConstraintViolation<?> violation) {
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY) {
                field = Attribute.snakeCase(node.getName());
            }
        }
        return field;
    }
}
