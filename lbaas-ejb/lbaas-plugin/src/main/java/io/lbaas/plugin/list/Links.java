package io.lbaas.plugin.list;

import io.lbaas.model.ProvisioningStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What belongs to the objects of a page, policies by their position and the rest in order of creation. */
record Links(Map<UUID, List<Link>> byOwner) {

    static final Links NONE = new Links(Map.of());

    /** One object that belongs to another. */
    record Link(UUID owner, String kind, UUID id, ProvisioningStatus status) {

        static Link of(Object[] row) {
            return new Link((UUID) row[0], (String) row[1], (UUID) row[2], ProvisioningStatus.valueOf((String) row[3]));
        }
    }

    static Links of(Stream<Link> links) {
        return new Links(links.collect(Collectors.groupingBy(Link::owner)));
    }

    List<UUID> of(UUID owner, String kind) {
        return linksOf(owner)
                .filter(link -> link.kind().equals(kind))
                .map(Link::id)
                .toList();
    }

    /** Whether something that an object depends on awaits an answer; a pool does not depend on its listeners. */
    boolean busy(UUID owner) {
        return linksOf(owner)
                .anyMatch(link -> !link.kind().equals(LinkStatements.LISTENER)
                        && link.status().pending());
    }

    private Stream<Link> linksOf(UUID owner) {
        return byOwner.getOrDefault(owner, List.of()).stream();
    }
}
