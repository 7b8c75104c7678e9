package io.lbaas.plugin.rule;

import io.lbaas.model.attribute.Flattened;
import io.lbaas.plugin.api.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Holds records to the constraints that are declared on them, and says in the API's words which field breaks one. */
@ApplicationScoped
public class FieldRules {

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Reasons of constraints that leave them to us; the others bring their message. */
    private static final Map<Class<? extends Annotation>, BiFunction<Annotation, String, String>> REASONS = Map.of(
            NotNull.class, (constraint, message) -> "Mandatory field missing.",
            Min.class, (constraint, message) -> "Value should be greater or equal to " + ((Min) constraint).value(),
            Max.class, (constraint, message) -> "Value should be lower or equal to " + ((Max) constraint).value());

    private Validator validator;

    protected FieldRules() {}

    @Inject
    public FieldRules(Validator validator) {
        this.validator = validator;
    }

    /**
     * Returns the value where it is valid.
     *
     * @throws Fault INVALID, naming the first field that is not
     */
    public <T> T check(T value) {
        validator.validate(value).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(violation -> {
                    throw fault(violation);
                });
        return value;
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        String reason = REASONS.getOrDefault(constraint.annotationType(), (ignored, message) -> message)
                .apply(constraint, violation.getMessage());
        Object value = violation.getInvalidValue() == null ? "None" : violation.getInvalidValue();
        return Fault.invalidField(field(violation), value, reason);
    }

    /** The API's name of the field: nested ones with a dot, flattened ones without, elements without their index. */
    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replaceAll("\\[.*", "");
        int dot = path.indexOf('.');
        boolean flattened = dot > 0 && flattened(violation.getRootBeanClass(), path.substring(0, dot));
        return apiName(flattened ? path.substring(dot + 1) : path);
    }

    private static boolean flattened(Class<?> type, String component) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(
                                each -> each.getName().equals(component) && each.isAnnotationPresent(Flattened.class));
    }

    /** The API's spelling of a component: {@code protocolPort} is {@code protocol_port}. */
    public static String apiName(String component) {
        return CAPITAL.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
