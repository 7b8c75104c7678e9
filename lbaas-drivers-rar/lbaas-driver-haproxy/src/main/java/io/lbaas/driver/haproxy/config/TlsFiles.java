package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.host.store.Digest;
import io.lbaas.driver.host.store.TlsFile;
import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Collects the files that a load balancer's configuration names. */
final class TlsFiles {
    private final UUID loadBalancerId;
    private final TlsMaterials materials;
    private final Map<String, TlsFile> files = new LinkedHashMap<>();

    TlsFiles(UUID loadBalancerId, TlsMaterials materials) {
        this.loadBalancerId = loadBalancerId;
        this.materials = materials;
    }

    /** A certificate, its chain and its key in one file. */
    Word identity(String reference) {
        TlsMaterial material = materials.get(reference);
        return add(material.certificates() + material.privateKey());
    }

    /** A list of identities; the first is for clients whose server name none of them has. */
    Word identities(List<String> references) {
        return add(references.stream()
                .map(reference -> identity(reference) + "\n")
                .distinct()
                .collect(Collectors.joining()));
    }

    Word authorities(String reference) {
        return add(materials.get(reference).certificates());
    }

    Word revocations(String reference) {
        return add(materials.get(reference).revocations());
    }

    /** Networks, one in a line. */
    Word networks(List<String> cidrs) {
        return add(
                cidrs.stream()
                        .map(cidr -> IpLiteral.network(cidr) + "\n")
                        .distinct()
                        .collect(Collectors.joining()),
                ".lst");
    }

    Collection<TlsFile> files() {
        return files.values();
    }

    private Word add(String content) {
        return add(content, ".pem");
    }

    private Word add(String content, String suffix) {
        String name = TlsFile.prefix(loadBalancerId) + Digest.of(content) + suffix;
        files.putIfAbsent(name, new TlsFile(name, content));
        return Word.literal(name);
    }
}
