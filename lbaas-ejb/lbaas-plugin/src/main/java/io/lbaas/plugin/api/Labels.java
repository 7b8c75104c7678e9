package io.lbaas.plugin.api;

import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** User text that every object has and no device ever sees. */
public record Labels(
        @NotNull @Size(max = 255, message = TOO_LONG) @Default("\"\"") String name,
        @NotNull @Size(max = 255, message = TOO_LONG) @Default("\"\"") String description,
        @NotNull @Default("[]") List<@NotNull @Size(max = 255, message = TOO_LONG) String> tags) {

    private static final String TOO_LONG = "Value should have a maximum character requirement of {max}";

    /** No name, no description and no tags. */
    public static final Labels NONE = new Labels("", "", List.of());
}
