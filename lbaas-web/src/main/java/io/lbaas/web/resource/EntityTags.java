package io.lbaas.web.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityTag;

/** Strong entity tags: a digest of the whole representation, so that a tag changes whenever what is shown does. */
final class EntityTags {

    private EntityTags() {}

    static EntityTag of(JsonObject representation) {
        return new EntityTag(Digest.of(representation.toString().getBytes(UTF_8)));
    }
}
