package io.lbaas.driver.host.store;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The configuration files of a device. A change is staged, installed over the files in place, and then either committed
 * or rolled back; what a crash left between is rolled back by the next {@link #prepare}. All but the reading methods need
 * the {@link #lock}.
 */
public final class ConfigStore {
    private final Host host;
    private final HostFiles files;
    private final Path directory;
    private final Path configs;
    private final List<String> suffixes;
    private final Path staging;
    private final Path runningFile;
    private final UndoLog undo;
    private final Tombstones tombstones;
    private final TlsDirectory tls;
    private Index index;
    private String revision = "";
    private volatile Snapshot seen;

    /**
     * A store of one device.
     *
     * @param suffixes what the names of a load balancer's files end with; it always has the first
     */
    public ConfigStore(Host host, Path directory, Path configs, String... suffixes) {
        this.host = host;
        files = host.files();
        this.directory = directory;
        this.configs = configs;
        this.suffixes = List.of(suffixes);
        staging = directory.resolve("staging");
        runningFile = directory.resolve("running");
        undo = new UndoLog(files, directory.resolve("undo"));
        tls = new TlsDirectory(files, directory.resolve("tls"));
        tombstones = new Tombstones(files, directory.resolve("tombstones"));
    }

    /** Makes the directories, where they are not there. */
    public void create() throws IOException {
        for (String name : List.of("staging", "undo", "tombstones")) {
            files.createDirectory(directory.resolve(name));
        }
        files.createDirectory(configs);
        tls.create();
    }

    /** Keeps out other threads and other agents, empty where they were not gone before the deadline. */
    public Optional<Closeable> lock(Instant deadline) throws IOException, InterruptedException {
        return host.lock(directory.resolve("lock"), deadline);
    }

    /** Undoes what a crash left and reads again what another process changed. */
    public void prepare() throws IOException {
        if (!undo.isEmpty()) {
            rollback();
        }
        // Another process that committed a change left its revision; our own is what we already know.
        if (index == null
                || running().filter(now -> now.current().equals(revision)).isEmpty()) {
            setIndex(Index.of(readAll(), tombstones.read()));
        }
    }

    public Index index() {
        return index;
    }

    public String revision() {
        return revision;
    }

    /** What the program was last known to run, empty where that is not known. */
    public Optional<Running> running() throws IOException {
        return files.read(runningFile).map(Running::parse);
    }

    /** Writes files where the program can be asked about them, and those that they name to where they belong. */
    public void stage(ConfigFile file, Collection<TlsFile> named) throws IOException {
        tls.write(named);
        for (String part : file.parts().keySet()) {
            files.put(staging.resolve(file.loadBalancerId() + part), file.text(part));
        }
    }

    /** The text of a file that configurations name. */
    public String named(String name) throws IOException {
        return tls.read(name);
    }

    /** A directory for what need not be kept. */
    public Path staging() {
        return staging;
    }

    /** All that the program would read after some edits: the staged files where they are, and what is there of others. */
    public List<Path> filesAfter(List<Edit> edits) throws IOException {
        List<Path> all = new ArrayList<>(files.list(configs));
        all.removeIf(file -> suffixes.stream().noneMatch(file.toString()::endsWith));
        for (Edit edit : edits) {
            all.removeAll(pathsOf(edit.loadBalancerId()));
            if (edit instanceof Edit.Put put) {
                put.file().parts().keySet().forEach(part -> all.add(staging.resolve(edit.loadBalancerId() + part)));
            }
        }
        return all;
    }

    /** Puts staged files in place, ready to be rolled back. */
    public void install(List<Edit> edits) throws IOException {
        for (Edit edit : edits) {
            for (Path file : pathsOf(edit.loadBalancerId())) {
                undo.remember(file);
            }
        }
        undo.sync();
        for (Edit edit : edits) {
            if (edit instanceof Edit.Delete delete) {
                tombstones.put(delete.loadBalancerId(), delete.generation());
            }
            for (String suffix : suffixes) {
                Path file = pathOf(edit.loadBalancerId(), suffix);
                if (edit instanceof Edit.Put put && put.file().parts().containsKey(suffix)) {
                    files.move(staging.resolve(file.getFileName()), file);
                } else {
                    files.delete(file);
                }
            }
        }
        if (edits.stream().anyMatch(Edit.Delete.class::isInstance)) {
            tombstones.sync();
        }
        files.sync(configs);
    }

    /** The revision that the files will have once these edits are committed. */
    public String revisionAfter(List<Edit> edits) {
        return index.with(edits).revision();
    }

    /** Confirms what was installed and loaded: from here on it is the last good configuration. */
    public void commit(List<Edit> edits, String loaded) throws IOException {
        commit(edits, loaded, Map.of());
    }

    /** Confirms what was installed and done at runtime, see {@link Running}. */
    public void commit(List<Edit> edits, String loaded, Map<String, String> names) throws IOException {
        Index before = index;
        setIndex(index.with(edits));
        seen = new Snapshot(revision, index);
        // Need not survive a power failure, which the program does not survive either.
        files.write(runningFile, new Running(loaded, revision, names).text());
        undo.clear();
        for (Edit edit : edits) {
            long old = before.get(edit.loadBalancerId()).tombstone();
            if (old != index.get(edit.loadBalancerId()).tombstone()) {
                tombstones.delete(edit.loadBalancerId(), old);
            }
        }
    }

    /** Lets the tombstones of load balancers go that have no file. */
    public void forget(Collection<UUID> loadBalancerIds) throws IOException {
        Optional<Running> before = running().filter(now -> now.current().equals(revision));
        for (UUID id : loadBalancerIds) {
            Index.Entry entry = index.get(id);
            if (!entry.present() && entry.tombstone() > 0) {
                tombstones.delete(id, entry.tombstone());
            }
        }
        setIndex(Index.of(readAll(), tombstones.read()));
        if (before.isPresent()) {
            files.write(
                    runningFile,
                    new Running(before.get().loaded(), revision, before.get().names()).text());
        }
    }

    /** Goes back to the last good configuration; what the program runs is no longer known. */
    public void rollback() throws IOException {
        files.delete(runningFile);
        undo.undo(configs);
        setIndex(Index.of(readAll(), tombstones.read()));
    }

    /** What a load balancer last had that was good, as it is now. */
    public Optional<ConfigFile> read(UUID loadBalancerId) throws IOException {
        return read(loadBalancerId.toString());
    }

    /** Whether nobody changed a file, or one that it names, since it was applied. */
    public boolean intact(ConfigFile file) {
        return file.intact() && tls.holds(file);
    }

    /** Deletes what a load balancer's file does not name any more, or did not come to name. */
    public void clean(UUID loadBalancerId) throws IOException {
        tls.clean(loadBalancerId, read(loadBalancerId));
    }

    /** The highest generation that a load balancer's file and tombstone tell, 0 where there is neither. */
    public long generation(UUID loadBalancerId) throws IOException {
        long tombstone = tombstones.read().getOrDefault(loadBalancerId, 0L);
        return read(loadBalancerId)
                .map(file -> Math.max(file.generation(), tombstone))
                .orElse(tombstone);
    }

    /** What the files hold now, for readers without the lock. */
    public Index readIndex() throws IOException {
        return Index.of(readAll(), tombstones.read());
    }

    /** The same, read again only where a change was committed since. */
    public Index current() throws IOException {
        String now = running().map(Running::current).orElse("");
        Snapshot last = seen;
        if (last == null || !last.revision().equals(now)) {
            Index fresh = readIndex();
            last = new Snapshot(fresh.revision(), fresh);
            seen = last;
        }
        return last.index();
    }

    /** What a reader found. */
    private record Snapshot(String revision, Index index) {}

    private List<ConfigFile> readAll() throws IOException {
        List<ConfigFile> all = new ArrayList<>();
        for (Path file : files.list(configs)) {
            String name = file.getFileName().toString();
            if (name.endsWith(suffixes.get(0))) {
                read(name.substring(0, name.length() - suffixes.get(0).length()))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<ConfigFile> read(String name) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String suffix : suffixes) {
            Path file = configs.resolve(name + suffix);
            Optional<String> replaced = undo.lastGood(file);
            (replaced.isPresent() ? replaced.filter(text -> !text.isEmpty()) : files.read(file))
                    .ifPresent(text -> texts.put(suffix, text));
        }
        return ConfigFile.parse(suffixes.get(0), texts);
    }

    private void setIndex(Index fresh) {
        index = fresh;
        revision = fresh.revision();
    }

    private List<Path> pathsOf(UUID loadBalancerId) {
        return suffixes.stream().map(suffix -> pathOf(loadBalancerId, suffix)).toList();
    }

    private Path pathOf(UUID loadBalancerId, String suffix) {
        return configs.resolve(loadBalancerId + suffix);
    }
}
