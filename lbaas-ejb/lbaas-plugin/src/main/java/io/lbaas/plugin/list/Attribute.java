package io.lbaas.plugin.list;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where an attribute is found.
 *
 * @param compared SQL for what the value of a filter must equal, on the row named {@code x}
 * @param sorted SQL for the value that lists are sorted by, which is never null; null where there is no order
 * @param read turns the text of a filter into a parameter; nothing where no object can have that value
 */
record Attribute(String compared, String sorted, Function<String, Optional<Object>> read) {

    private static final Set<String> TRUE = Set.of("true", "1", "yes", "on", "t", "y");

    static Attribute text(String column) {
        return expression("x." + column);
    }

    /** A text that is computed. */
    static Attribute expression(String sql) {
        return new Attribute(sql, sql, Optional::of);
    }

    /** A text that is the same for all; said of the row, since nothing is sorted by a literal. */
    static Attribute constant(String value) {
        return expression("case when x.id is not null then '" + value + "' end");
    }

    /** The id of another object, of which there is at most one. */
    static Attribute reference(String select) {
        return new Attribute("(" + select + ")", "coalesce(cast((" + select + ") as text), '')", Attribute::readUuid);
    }

    /** The ids of other objects, one of which a filter names; lists cannot be sorted by them. */
    static Attribute references(String select) {
        return new Attribute("any(array(" + select + "))", null, Attribute::readUuid);
    }

    static Attribute flag(String column) {
        return new Attribute("x." + column, "x." + column, text -> Optional.of(isTrue(text)));
    }

    static Attribute optionalText(String column) {
        return new Attribute("x." + column, "coalesce(x." + column + ", '')", Optional::of);
    }

    static Attribute optionalUuid(String column) {
        return new Attribute("x." + column, "coalesce(x." + column + "::text, '')", Attribute::readUuid);
    }

    static Attribute uuid(String column) {
        return new Attribute("x." + column, "x." + column, Attribute::readUuid);
    }

    /** A time that every object has; sorted by the bare column, so that an index can be used. */
    static Attribute instant(String column) {
        return new Attribute("date_trunc('second', x." + column + ")", "x." + column, Attribute::readInstant);
    }

    /** A time that not every object has. */
    static Attribute optionalInstant(String column) {
        return new Attribute(
                instant(column).compared(), "coalesce(x." + column + ", '-infinity')", Attribute::readInstant);
    }

    /** An attribute of a document, which is the spec or a part of it; numbers are sorted as such because JSON is. */
    static Attribute inDocument(String document, String component, Class<?> type) {
        return new Attribute(
                document + "->>'" + component + "'",
                "coalesce(" + document + "->'" + component + "', 'null')",
                text -> Optional.of(asWritten(text, type)));
    }

    /** A column of a view, named by a record's component. Names are compared without regard to case. */
    static Attribute ofView(String component, Class<?> type) {
        String column = "x.\"" + component + "\"";
        if (type == UUID.class) {
            return new Attribute(column, "coalesce(cast(" + column + " as text), '')", Attribute::readUuid);
        }
        if (type == String.class) {
            return component.equals("name")
                    ? new Attribute("lower(" + column + ")", column, text -> Optional.of(text.toLowerCase(Locale.ROOT)))
                    : new Attribute(column, "coalesce(" + column + ", '')", Optional::of);
        }
        return new Attribute("cast(" + column + " as text)", column, text -> Optional.of(asWritten(text, type)));
    }

    /** The text of a value as it stands in the document. */
    private static String asWritten(String text, Class<?> type) {
        if (type == Boolean.class) {
            return String.valueOf(isTrue(text));
        }
        return type.isEnum() ? text.replace('-', '_') : text;
    }

    private static boolean isTrue(String text) {
        return TRUE.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Optional<Object> readUuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> readInstant(String text) {
        try {
            return Optional.of(OffsetDateTime.of(LocalDateTime.parse(text), ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
