package io.lbaas.web.schema;

import jakarta.json.JsonValue;

/**
 * An attribute of the specification whose value cannot be chosen: it may be given where it has that value or is null.
 *
 * @param value what answers show
 */
record Fixed(String name, JsonValue value, Use use) {

    /** Where the attribute appears. */
    enum Use {
        SHOWN(false, false, true),
        CREATE(true, false, true),
        CREATE_HIDDEN(true, false, false),
        UPDATE(true, true, true);

        private final boolean creatable;
        private final boolean updatable;
        private final boolean shown;

        Use(boolean creatable, boolean updatable, boolean shown) {
            this.creatable = creatable;
            this.updatable = updatable;
            this.shown = shown;
        }
    }

    boolean known(boolean creation) {
        return creation ? use.creatable : use.updatable;
    }

    boolean shown() {
        return use.shown;
    }

    boolean allows(JsonValue given) {
        return given == null || given == JsonValue.NULL || given.equals(value);
    }
}
