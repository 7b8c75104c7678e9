package io.lbaas.driver.nginx.device;

import io.lbaas.driver.host.Refusal;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.nginx.config.ConfigObjects;
import io.lbaas.driver.nginx.config.Context;
import io.lbaas.driver.nginx.config.KnownStatus;
import io.lbaas.driver.nginx.config.RenderedConfig;
import io.lbaas.driver.nginx.process.Complaint;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.ObjectRef;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change means for the files.
 *
 * @param rendered the new configuration; without lines for a removal
 * @param before the files as they are now
 */
record Step(Change change, Edit edit, RenderedConfig rendered, Optional<ConfigFile> before) {

    Outcome completed() {
        return completed(change, edit instanceof Edit.Put put ? put.file().digest() : "");
    }

    static Outcome completed(Change change, String digest) {
        return new Outcome.Completed(
                change.generation(),
                digest,
                change instanceof Change.Apply apply ? KnownStatus.of(apply.desired()) : Map.of());
    }

    /** The addresses that the load balancer will have. */
    Set<InetAddress> addresses() {
        return ConfigObjects.of(
                        rendered.parts().containsKey(Context.HTTP)
                                ? rendered.parts().get(Context.HTTP).lines()
                                : List.of())
                .addresses();
    }

    /** Whether the configuration names files of its own, or did so before. */
    boolean namesFiles() {
        return !rendered.files().isEmpty()
                || before.filter(ConfigFile::namesFiles).isPresent();
    }

    /** Whether a complaint speaks of this change's files, or of an address that it wants. */
    boolean blamedBy(Complaint complaint) {
        return complaint.file().startsWith(change.loadBalancerId().toString())
                || owner(complaint).isPresent();
    }

    /** The failure of this change, with the complaints about it or, where there is none, with all. */
    Outcome refused(List<Complaint> complaints, StateAfter stateAfter) {
        List<Complaint> own = complaints.stream().filter(this::blamedBy).toList();
        Map<ObjectRef, String> blamed = new LinkedHashMap<>();
        own.forEach(complaint -> owner(complaint)
                .ifPresent(owner -> blamed.merge(owner, complaint.words(), (one, other) -> one + "; " + other)));
        String words = (own.isEmpty() ? complaints : own)
                .stream().map(Complaint::words).distinct().collect(Collectors.joining("; "));
        return new Outcome.Failed(Refusal.kind(words), "", words, blamed, stateAfter);
    }

    private Optional<ObjectRef> owner(Complaint complaint) {
        if (complaint.file().startsWith(change.loadBalancerId().toString())) {
            return rendered.owner(complaint.file(), complaint.line() - ConfigFile.HEADER_LINES);
        }
        List<String> words = Arrays.asList(complaint.words().split("[ ,]"));
        return rendered.listening(words::contains);
    }
}
