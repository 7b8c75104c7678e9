package io.lbaas.model.attribute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value, as JSON text, of an attribute that is absent from a create request or null in any request. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {
    /** JSON text, for example {@code 50000}, {@code true}, {@code "NONE"} or {@code []}. */
    String value();
}
