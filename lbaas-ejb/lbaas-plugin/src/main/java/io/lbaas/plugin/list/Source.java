package io.lbaas.plugin.list;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a list is of.
 *
 * @param table the table or view
 * @param title what messages call one of its objects
 * @param key the attribute that objects are known by outside; markers are values of it
 * @param tagged whether the objects have tags, which lists can be filtered by
 * @param sort where no order is asked for
 * @param order breaks ties; the attributes together are unique
 * @param attributes what lists can be filtered and sorted by, by the API's name
 */
public record Source<E>(
        Class<E> entity,
        String table,
        String title,
        Attribute key,
        boolean tagged,
        List<Query.Sort> sort,
        List<Attribute> order,
        Map<String, Attribute> attributes) {

    private static final Attribute CREATED_AT = Attribute.instant("created_at");
    private static final Attribute ID = Attribute.uuid("id");

    /** Objects in the order of their creation. */
    static <E> Source<E> of(Class<E> entity, String table, String title, Map<String, Attribute> attributes) {
        return new Source<>(entity, table, title, ID, false, List.of(), List.of(CREATED_AT, ID), attributes);
    }

    /** Objects of a load balancer. */
    static <E> Source<E> of(ObjectType type, Class<E> entity) {
        return new Source<>(
                entity,
                type.name().toLowerCase(Locale.ROOT),
                type.title(),
                ID,
                true,
                Attributes.order(type),
                List.of(CREATED_AT, ID),
                Attributes.of(type));
    }

    /** The value of the key that a text stands for; nothing where no object can have it. */
    Optional<Object> keyOf(String text) {
        return key.read().apply(text);
    }

    /** The same objects, known by another attribute. */
    Source<E> knownBy(Attribute other) {
        return new Source<>(entity, table, title, other, tagged, sort, order, attributes);
    }
}
