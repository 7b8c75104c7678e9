package io.lbaas.web.query;

import jakarta.ws.rs.BadRequestException;

/** Pages: how long they are and where they begin. */
final class Paging {

    /** The longest page, in objects; also the length where none is asked for. */
    static final int MAX_LIMIT = 1000;

    private Paging() {}

    static int limit(Parameters query) {
        String given = query.last("limit");
        if (given == null || given.equals("infinite")) {
            return MAX_LIMIT;
        }
        try {
            int limit = Integer.parseInt(given);
            return limit < 1 ? MAX_LIMIT : Math.min(limit, MAX_LIMIT);
        } catch (NumberFormatException e) {
            throw new BadRequestException("Supplied pagination limit '" + given + "' is not valid.", e);
        }
    }
}
