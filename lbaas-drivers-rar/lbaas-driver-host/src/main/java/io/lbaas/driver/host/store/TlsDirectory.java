package io.lbaas.driver.host.store;

import io.lbaas.driver.host.HostFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The certificates, keys and lists that configurations name. A file is never changed: other content has another name. So the
 * last good configuration keeps what it names while the next one is tried.
 */
final class TlsDirectory {
    static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}-([0-9a-f]{64})\\.(?:pem|lst)");

    private final HostFiles files;
    private final Path directory;

    TlsDirectory(HostFiles files, Path directory) {
        this.files = files;
        this.directory = directory;
    }

    void create() throws IOException {
        files.createDirectory(directory);
    }

    /** What a crash left of a draft is cleaned away with the load balancer's others, as its name begins like theirs. */
    void write(Collection<TlsFile> named) throws IOException {
        for (TlsFile file : named) {
            files.put(directory.resolve(file.name()), file.content());
        }
        if (!named.isEmpty()) {
            files.sync(directory);
        }
    }

    String read(String name) throws IOException {
        return files.read(directory.resolve(name))
                .orElseThrow(() -> new NoSuchFileException("A file that the configuration names is gone"));
    }

    /** Whether all that a file names is there, and what its name says. */
    boolean holds(ConfigFile file) {
        return names(file.body()).stream().allMatch(this::intact);
    }

    private boolean intact(String name) {
        try {
            String content = files.read(directory.resolve(name)).orElse("");
            return name.contains("-" + Digest.of(content) + ".")
                    && names(content).stream().allMatch(this::intact);
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes what is a load balancer's but is not named by its file. */
    void clean(UUID loadBalancerId, Optional<ConfigFile> file) throws IOException {
        Set<String> named = new HashSet<>();
        for (String name : file.map(ConfigFile::body).map(TlsDirectory::names).orElse(Set.of())) {
            named.add(name);
            named.addAll(
                    files.read(directory.resolve(name)).map(TlsDirectory::names).orElse(Set.of()));
        }
        for (Path found : files.list(directory)) {
            String name = found.getFileName().toString();
            if (name.startsWith(TlsFile.prefix(loadBalancerId)) && !named.contains(name)) {
                files.delete(found);
            }
        }
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
