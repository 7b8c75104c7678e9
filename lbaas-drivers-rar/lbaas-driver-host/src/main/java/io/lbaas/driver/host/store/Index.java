package io.lbaas.driver.host.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What the files of a device hold, without their text; immutable. */
public final class Index {
    private static final Entry NOTHING = new Entry(0, "", 0);

    private final SortedMap<UUID, Entry> entries;

    private Index(SortedMap<UUID, Entry> entries) {
        this.entries = Collections.unmodifiableSortedMap(entries);
    }

    /**
     * What is known of one load balancer.
     *
     * @param fileGeneration 0 where there is no file
     * @param digest empty where there is no file
     * @param tombstone the generation of its removal, 0 where there is none
     */
    public record Entry(long fileGeneration, String digest, long tombstone) {

        /** The highest generation that the device was given. */
        public long generation() {
            return Math.max(fileGeneration, tombstone);
        }

        public boolean present() {
            return !digest.isEmpty();
        }
    }

    static Index of(List<ConfigFile> files, Map<UUID, Long> tombstones) {
        SortedMap<UUID, Entry> entries = new TreeMap<>();
        tombstones.forEach((id, generation) -> entries.put(id, new Entry(0, "", generation)));
        files.forEach(file -> entries.merge(
                file.loadBalancerId(),
                new Entry(file.generation(), file.digest(), 0),
                (dead, alive) -> new Entry(alive.fileGeneration(), alive.digest(), dead.tombstone())));
        return new Index(entries);
    }

    Index with(List<Edit> edits) {
        SortedMap<UUID, Entry> changed = new TreeMap<>(entries);
        for (Edit edit : edits) {
            if (edit instanceof Edit.Put put) {
                changed.put(
                        put.loadBalancerId(),
                        new Entry(put.file().generation(), put.file().digest(), 0));
            } else if (edit instanceof Edit.Delete delete) {
                changed.put(delete.loadBalancerId(), new Entry(0, "", delete.generation()));
            }
        }
        return new Index(changed);
    }

    public Entry get(UUID loadBalancerId) {
        return entries.getOrDefault(loadBalancerId, NOTHING);
    }

    public SortedMap<UUID, Entry> entries() {
        return entries;
    }

    /** Names exactly this state of the device. */
    public String revision() {
        StringBuilder text = new StringBuilder();
        entries.forEach((id, entry) -> text.append(id).append(' ').append(entry).append('\n'));
        return Digest.of(text.toString());
    }
}
