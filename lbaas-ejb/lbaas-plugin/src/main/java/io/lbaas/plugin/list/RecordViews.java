package io.lbaas.plugin.list;

import io.lbaas.message.json.RecordJson;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads records from views of the database. */
@ApplicationScoped
public class RecordViews {

    private static final Jsonb JSON = RecordJson.create();

    @PersistenceContext
    private EntityManager database;

    protected RecordViews() {}

    public RecordViews(EntityManager database) {
        this.database = database;
    }

    /**
     * A page of records.
     *
     * @throws Fault INVALID where the marker is not in the view, or a filter or sort key is unknown
     */
    public <R extends Record> List<R> list(RecordView<R> view, Query query) {
        Source<R> source = view.source();
        if (query.marker() != null && find(view, source.keyOf(query.marker())).isEmpty()) {
            throw ListStatement.invalidMarker(query.marker());
        }
        ListStatement statement = ListStatement.of(source, query);
        List<R> page = read(view, statement.sql("cast(to_jsonb(x) as text)"), statement.parameters());
        if (query.reverse()) {
            Collections.reverse(page);
        }
        return page;
    }

    /** The record of that id; nothing where there is none. */
    public <R extends Record> Optional<R> find(RecordView<R> view, UUID id) {
        return find(view, Optional.of(id));
    }

    private <R extends Record> Optional<R> find(RecordView<R> view, Optional<Object> id) {
        String sql = "select cast(to_jsonb(x) as text) from " + view.source().table() + " x where x.id = ?";
        return id.flatMap(known -> read(view, sql, List.of(known)).stream().findFirst());
    }

    private <R extends Record> List<R> read(RecordView<R> view, String sql, List<Object> parameters) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> JSON.fromJson((String) row, view.source().entity()))
                .collect(Collectors.toList());
    }
}
