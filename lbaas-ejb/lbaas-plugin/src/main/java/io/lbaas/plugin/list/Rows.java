package io.lbaas.plugin.list;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.entity.Provisioned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

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
        return list(entity, ListStatement.of(type, query), query);
    }

    /** A page of the objects of which a column has a value. */
    <E extends Provisioned<?>> List<E> list(ObjectType type, Class<E> entity, Query query, String column, UUID value) {
        return list(entity, ListStatement.of(type, query).where("x." + column + " = ?", value), query);
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

    private <E extends Provisioned<?>> List<E> list(Class<E> entity, ListStatement statement, Query query) {
        requireMarker(entity, query.marker());
        var sql = database.createNativeQuery(statement.sql(), entity);
        for (int i = 0; i < statement.parameters().size(); i++) {
            sql.setParameter(i + 1, statement.parameters().get(i));
        }
        List<?> rows = sql.getResultList();
        List<E> page = rows.stream().map(entity::cast).collect(Collectors.toList());
        if (query.reverse()) {
            Collections.reverse(page);
        }
        return page;
    }

    private void requireMarker(Class<?> entity, UUID marker) {
        if (marker != null && database.find(entity, marker) == null) {
            throw Fault.invalid("Supplied pagination marker '" + marker + "' is not valid.");
        }
    }
}
