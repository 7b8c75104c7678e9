package io.lbaas.driver.nginx.config;

import io.lbaas.driver.host.store.Digest;
import io.lbaas.driver.host.store.TlsFile;
import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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

    /** What an identity is good for. */
    Set<String> names(String reference) {
        return CertificateNames.of(materials.get(reference));
    }

    Word authorities(String reference) {
        return add(materials.get(reference).certificates());
    }

    Word revocations(String reference) {
        return add(materials.get(reference).revocations());
    }

    Collection<TlsFile> files() {
        return files.values();
    }

    private Word add(String content) {
        String name = TlsFile.prefix(loadBalancerId) + Digest.of(content) + ".pem";
        files.putIfAbsent(name, new TlsFile(name, content));
        return Word.literal("tls/" + name);
    }
}
