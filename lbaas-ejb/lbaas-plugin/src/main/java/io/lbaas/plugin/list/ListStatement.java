package io.lbaas.plugin.list;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the SQL of one list. Only texts of our own get into the SQL; what the caller gives is a parameter. */
final class ListStatement {

    /** Filters by tags; the parameter is an array of texts. */
    private static final Map<String, String> TAGS = Map.of(
            "tags", "jsonb_exists_all(x.tags, ?)",
            "tags-any", "jsonb_exists_any(x.tags, ?)",
            "not-tags", "not jsonb_exists_all(x.tags, ?)",
            "not-tags-any", "not jsonb_exists_any(x.tags, ?)");

    private final Source<?> source;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private String marker = "";
    private String order = "";
    private String limit = "";

    private ListStatement(Source<?> source) {
        this.source = source;
    }

    static ListStatement of(Source<?> source, Query query) {
        return new ListStatement(source).with(query);
    }

    private ListStatement with(Query query) {
        if (query.projectId() != null) {
            where("x.project_id = ?", query.projectId());
        }
        query.filters().forEach(this::filter);
        sort(query);
        if (query.limit() > 0) {
            limit = " limit " + query.limit();
        }
        return this;
    }

    ListStatement where(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
        return this;
    }

    String sql() {
        return sql("x.*");
    }

    /** The statement, which selects an expression of the row {@code x}. */
    String sql(String selected) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select " + selected + " from " + source.table() + " x" + marker + where + order + limit;
    }

    List<Object> parameters() {
        return parameters;
    }

    private void filter(String name, String text) {
        if (source.tagged() && TAGS.containsKey(name)) {
            where(TAGS.get(name), text.split(",", -1));
            return;
        }
        Attribute attribute = attribute(name)
                .orElseThrow(() -> Fault.invalid("One or more arguments are either duplicate or invalid"));
        Optional<Object> value = attribute.read().apply(text);
        if (value.isPresent()) {
            where("? = " + attribute.compared(), value.get());
        } else {
            conditions.add("false");
        }
    }

    private void sort(Query query) {
        List<Query.Sort> asked = query.sort().isEmpty() ? source.sort() : query.sort();
        List<Key> keys = Stream.concat(
                        asked.stream().map(sort -> key(sort, query.reverse())),
                        source.order().stream().map(attribute -> new Key(attribute.sorted(), query.reverse())))
                .toList();
        order = keys.stream().map(Key::order).collect(Collectors.joining(", ", " order by ", ""));
        if (query.marker() != null) {
            after(query.marker(), keys);
        }
    }

    private Key key(Query.Sort sort, boolean reverse) {
        Attribute attribute = attribute(sort.attribute())
                .filter(found -> found.sorted() != null)
                .orElseThrow(() -> Fault.invalid("Supplied sort key '" + sort.attribute() + "' is not valid."));
        return new Key(attribute.sorted(), sort.descending() != reverse);
    }

    /**
     * Only what comes after the marker's row. The first key alone bounds it too, by a value that the database finds out
     * beforehand, so that it can begin to read an index there.
     */
    private void after(String key, List<Key> keys) {
        Object row = source.keyOf(key).orElseThrow(() -> invalidMarker(key));
        String found = source.key().compared().replace("x.", "m.") + " = ?";
        marker = " join " + source.table() + " m on " + found;
        parameters.add(0, row);
        where(keys.get(0).notBefore("select %s from " + source.table() + " m where " + found), row);
        List<String> alternatives = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Stream<String> equal = keys.subList(0, i).stream().map(Key::equal);
            alternatives.add(
                    Stream.concat(equal, Stream.of(keys.get(i).after())).collect(Collectors.joining(" and ")));
        }
        conditions.add(alternatives.stream().collect(Collectors.joining(" or ", "(", ")")));
    }

    private Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(source.attributes().get(name));
    }

    /** What is said where there is no object of that key. */
    static Fault invalidMarker(String key) {
        return Fault.invalid("Supplied pagination marker '" + key + "' is not valid.");
    }

    /** One key of the order, on the rows {@code x} of the list and {@code m} of the marker. */
    private record Key(String expression, boolean descending) {

        String order() {
            return expression + (descending ? " desc" : "");
        }

        String after() {
            return expression + (descending ? " < " : " > ") + ofMarker();
        }

        /** The condition, given how an expression of the marker's row is selected. */
        String notBefore(String selection) {
            return expression + (descending ? " <= (" : " >= (") + selection.formatted(ofMarker()) + ")";
        }

        String equal() {
            return expression + " = " + ofMarker();
        }

        private String ofMarker() {
            return expression.replace("x.", "m.");
        }
    }
}
