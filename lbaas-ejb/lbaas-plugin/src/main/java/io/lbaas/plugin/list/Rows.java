package io.lbaas.plugin.list;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.entity.Provisioned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs the statements of lists. */
@ApplicationScoped
public class Rows {

    @PersistenceContext
    private EntityManager database;

    protected Rows() {}

    public Rows(EntityManager database) {
        this.database = database;
    }

    /**
     * A page of objects.
     *
     * @throws Fault INVALID where the marker is no such object, or a filter or sort key is unknown
     */
    <E extends Provisioned<?>> List<E> list(ObjectType type, Class<E> entity, Query query) {
        return list(Source.of(type, entity), query);
    }

    /**
     * A page of rows of any kind.
     *
     * @throws Fault as above
     */
    public <E> List<E> list(Source<E> source, Query query) {
        return list(source, ListStatement.of(source, query), query);
    }

    /** A page of the objects of which a column has a value. */
    <E extends Provisioned<?>> List<E> list(ObjectType type, Class<E> entity, Query query, String column, UUID value) {
        Source<E> source = Source.of(type, entity);
        return list(source, ListStatement.of(source, query).where("x." + column + " = ?", value), query);
    }

    /**
     * One object.
     *
     * @throws Fault NOT_FOUND
     */
    <E extends Provisioned<?>> E get(ObjectType type, Class<E> entity, UUID id) {
        E found = database.find(entity, id);
        if (found == null) {
            throw Fault.notFound(type, id);
        }
        return found;
    }

    /** What belongs to the objects of a page. */
    Links links(String sql, List<? extends Provisioned<?>> page) {
        if (page.isEmpty()) {
            return Links.NONE;
        }
        String[] ids = page.stream().map(object -> object.id().toString()).toArray(String[]::new);
        var query = database.createNativeQuery(sql).setParameter(1, ids);
        List<?> rows = query.getResultList();
        return Links.of(rows.stream().map(row -> Links.Link.of((Object[]) row)));
    }

    /**
     * One row of any kind.
     *
     * @throws Fault NOT_FOUND
     */
    public <E> E get(Source<E> source, String key) {
        return find(source, key).orElseThrow(() -> Fault.notFound(source.title(), key));
    }

    /** The row of that key; nothing where there is none. */
    public <E> Optional<E> find(Source<E> source, String key) {
        return source.keyOf(key).flatMap(value -> rows(
                        source.entity(),
                        "select x.* from " + source.table() + " x where "
                                + source.key().compared() + " = ?",
                        List.of(value))
                .stream()
                .findFirst());
    }

    private <E> List<E> list(Source<E> source, ListStatement statement, Query query) {
        if (query.marker() != null && find(source, query.marker()).isEmpty()) {
            throw ListStatement.invalidMarker(query.marker());
        }
        List<E> page = new ArrayList<>(rows(source.entity(), statement.sql(), statement.parameters()));
        if (query.reverse()) {
            Collections.reverse(page);
        }
        return page;
    }

    private <E> List<E> rows(Class<E> entity, String statement, List<Object> parameters) {
        var sql = database.createNativeQuery(statement, entity);
        for (int i = 0; i < parameters.size(); i++) {
            sql.setParameter(i + 1, parameters.get(i));
        }
        List<?> rows = sql.getResultList();
        return rows.stream().map(entity::cast).toList();
    }
}
