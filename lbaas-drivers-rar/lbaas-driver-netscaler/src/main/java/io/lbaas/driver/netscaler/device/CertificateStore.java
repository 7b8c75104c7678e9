package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Certificate;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.netscaler.nitro.Target;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The certificates on an appliance, which load balancers share. */
final class CertificateStore {
    private static final String DIRECTORY = "/nsconfig/ssl";
    private static final String RESOURCE = "sslcertkey";
    private static final String FILE = "systemfile";
    private final NitroClient nitro;
    private final Instant deadline;

    CertificateStore(NitroClient nitro, Instant deadline) {
        this.nitro = nitro;
        this.deadline = deadline;
    }

    /** Installs what is not there yet. */
    void install(Collection<Certificate> certificates) throws NitroException {
        for (Certificate certificate : certificates) {
            List<JsonObject> found = nitro.list(RESOURCE, Target.config(RESOURCE, certificate.name()), deadline);
            if (found.isEmpty()) {
                add(certificate);
            }
            String issuer = found.isEmpty() ? "" : found.get(0).getString("linkcertkeyname", "");
            if (!certificate.issuer().isEmpty() && issuer.isEmpty()) {
                JsonObject link = Json.createObjectBuilder()
                        .add("certkey", certificate.name())
                        .add("linkcertkeyname", certificate.issuer())
                        .build();
                nitro.send("POST", Target.action(RESOURCE, "link"), RESOURCE, link, deadline);
            }
        }
    }

    private void add(Certificate certificate) throws NitroException {
        String name = certificate.name();
        var pair = Json.createObjectBuilder().add("certkey", name).add("cert", Certificate.file(name));
        upload(Certificate.file(name), certificate.certificate());
        if (!certificate.key().isEmpty()) {
            upload(Certificate.keyFile(name), certificate.key());
            pair.add("key", Certificate.keyFile(name));
        }
        nitro.send("POST", Target.config(RESOURCE), RESOURCE, pair.build(), deadline);
    }

    /** A file of that name holds the same, for names follow contents. */
    private void upload(String name, String content) throws NitroException {
        JsonObject file = Json.createObjectBuilder()
                .add("filename", name)
                .add("filecontent", Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)))
                .add("filelocation", DIRECTORY)
                .add("fileencoding", "BASE64")
                .build();
        try {
            nitro.send("POST", Target.config(FILE), FILE, file, deadline);
        } catch (NitroException e) {
            if (!e.present()) {
                throw e;
            }
        }
    }

    /** Removes those of these that nothing uses any more, and their issuers likewise. */
    void removeUnused(Collection<String> names) throws NitroException {
        for (String name : names) {
            List<JsonObject> found = nitro.list(RESOURCE, Target.config(RESOURCE, name), deadline);
            if (!name.startsWith(Certificate.MARK) || found.isEmpty() || used(name)) {
                continue;
            }
            String issuer = found.get(0).getString("linkcertkeyname", "");
            if (!issuer.isEmpty()) {
                JsonObject unlink =
                        Json.createObjectBuilder().add("certkey", name).build();
                nitro.send("POST", Target.action(RESOURCE, "unlink"), RESOURCE, unlink, deadline);
            }
            nitro.delete(Target.config(RESOURCE, name), deadline);
            deleteFile(Certificate.file(name));
            deleteFile(Certificate.keyFile(name));
            if (!issuer.isEmpty()) {
                removeUnused(List.of(issuer));
            }
        }
    }

    private boolean used(String name) throws NitroException {
        String bindings = RESOURCE + "_binding";
        boolean bound = nitro.list(bindings, Target.config(bindings, name), deadline).stream()
                .flatMap(each -> each.values().stream())
                .anyMatch(value -> value instanceof JsonArray array && !array.isEmpty());
        return bound
                || !nitro.list(RESOURCE, Target.matching(RESOURCE, "linkcertkeyname", "^" + name + "$"), deadline)
                        .isEmpty();
    }

    private void deleteFile(String name) throws NitroException {
        try {
            nitro.delete(Target.config(FILE, name, Map.of("filelocation", DIRECTORY)), deadline);
        } catch (NitroException e) {
            if (!e.absent()) {
                throw e;
            }
        }
    }
}
