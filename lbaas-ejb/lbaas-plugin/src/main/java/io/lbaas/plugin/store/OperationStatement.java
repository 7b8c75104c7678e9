package io.lbaas.plugin.store;

import io.lbaas.plugin.api.Operations;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that finds changes: text with numbered parameters, and their values. */
record OperationStatement(String sql, List<Object> parameters) {

    static OperationStatement of(Operations.Question question, Optional<Operations.Entry> marker) {
        List<Object> parameters = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        conditions.add("true");
        if (question.projectId() != null) {
            conditions.add("project_id = " + add(parameters, question.projectId()));
        }
        if (question.requestId() != null) {
            conditions.add("request_id = " + add(parameters, question.requestId()));
        }
        if (question.objectId() != null) {
            String id = add(parameters, question.objectId().toString());
            conditions.add("(load_balancer_id = " + id + "::uuid or touched @> jsonb_build_array(" + id + "::text))");
        }
        marker.ifPresent(last -> conditions.add("(validated_at, generation, id) < ("
                + add(parameters, Timestamp.from(last.validatedAt())) + ", " + add(parameters, last.generation()) + ", "
                + add(parameters, last.id()) + ")"));
        String limit = question.limit() == 0 ? "" : " limit " + add(parameters, question.limit());
        return new OperationStatement(
                "select * from operation where " + String.join(" and ", conditions)
                        + " order by validated_at desc, generation desc, id desc" + limit,
                List.copyOf(parameters));
    }

    private static String add(List<Object> parameters, Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
