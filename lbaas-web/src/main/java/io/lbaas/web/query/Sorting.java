package io.lbaas.web.query;

import io.lbaas.plugin.api.Query;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of a list: {@code sort=name:desc,id}, or {@code sort_key} and {@code sort_dir} as two lists.
 *
 * @param keys empty where no order is asked for
 */
public record Sorting(List<Query.Sort> keys) {

    static Sorting of(Parameters query) {
        List<String> sort = query.items("sort");
        List<Query.Sort> keys = new ArrayList<>();
        for (String item : sort) {
            int colon = item.indexOf(':');
            keys.add(
                    colon < 0
                            ? new Query.Sort(item, false)
                            : new Query.Sort(item.substring(0, colon), descending(item.substring(colon + 1))));
        }
        if (sort.isEmpty()) {
            List<String> directions = query.items("sort_dir");
            for (String name : query.items("sort_key")) {
                boolean given = keys.size() < directions.size();
                keys.add(new Query.Sort(name, given && descending(directions.get(keys.size()))));
            }
        }
        return new Sorting(List.copyOf(keys));
    }

    private static boolean descending(String direction) {
        return switch (direction) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw new BadRequestException("Supplied sort direction '" + direction + "' is not valid.");
        };
    }
}
