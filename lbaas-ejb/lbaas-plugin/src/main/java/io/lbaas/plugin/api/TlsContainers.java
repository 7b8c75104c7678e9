package io.lbaas.plugin.api;

import io.lbaas.model.TlsReference.Purpose;
import io.lbaas.model.attribute.Default;
import jakarta.ejb.Local;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Our own store of certificates, keys and revocation lists. What is put in is told to devices and to nobody else. Every
 * method may throw {@link Fault}.
 */
@Local
public interface TlsContainers {

    /**
     * Material that a tenant uploads; one of the two forms.
     *
     * @param pem certificates, private key and revocation lists as PEM text
     * @param pkcs12 a PKCS#12 file in Base64
     * @param password of the file or the private key, empty where there is none
     */
    record Upload(
            @NotNull @Size(max = 255) @Default("\"\"") String name,
            String pem,
            String pkcs12,
            @NotNull @Default("\"\"") String password) {

        /** Without what is secret. */
        @Override
        public String toString() {
            return "Upload[" + name + "]";
        }
    }

    /**
     * What may be shown of a container.
     *
     * @param purposes what it is good for
     * @param subject of its first certificate, or the issuer of its first revocation list
     * @param subjectAlternativeNames host names and addresses that its first certificate is for
     * @param notAfter when the first part of it expires, null where that is not said
     * @param fingerprint SHA-256 of its first certificate or revocation list
     * @param loadBalancers those that use it
     */
    record Container(
            UUID id,
            String projectId,
            String name,
            Set<Purpose> purposes,
            String subject,
            List<String> subjectAlternativeNames,
            Instant notAfter,
            String fingerprint,
            List<UUID> loadBalancers,
            Instant createdAt,
            Instant updatedAt) {}

    Container create(Caller caller, String projectId, Upload upload);

    Container show(UUID id);

    /** The containers of a project, or of all where it is null; the oldest first. */
    List<Container> list(String projectId);

    /** Puts other material into a container; load balancers that use it get it at once. */
    Container replace(Caller caller, UUID id, Upload upload);

    /** Takes a container away; refused while a load balancer uses it. */
    void delete(Caller caller, UUID id);
}
