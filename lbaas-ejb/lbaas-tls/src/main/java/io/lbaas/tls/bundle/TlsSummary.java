package io.lbaas.tls.bundle;

import io.lbaas.model.TlsReference.Purpose;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be shown of a bundle.
 *
 * @param purposes what it is good for
 * @param subject of its first certificate, or the issuer of its first revocation list
 * @param subjectAlternativeNames host names and addresses that its first certificate is for
 * @param notAfter when the first of its certificates expires; of a revocation list, when the next one is due, null where
 *     that is not said
 * @param fingerprint SHA-256 of its first certificate or revocation list
 */
public record TlsSummary(
        Set<Purpose> purposes,
        String subject,
        List<String> subjectAlternativeNames,
        Instant notAfter,
        String fingerprint) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    public static TlsSummary of(TlsBundle bundle) {
        try {
            return bundle.certificates().isEmpty()
                    ? ofRevocations(bundle, bundle.revocations().get(0))
                    : ofCertificates(bundle, bundle.certificates().get(0));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was read can be described", e);
        }
    }

    /** Whether something of it is past its time. */
    public boolean expired(Instant now) {
        return notAfter != null && notAfter.isBefore(now);
    }

    private static TlsSummary ofCertificates(TlsBundle bundle, X509Certificate first) throws GeneralSecurityException {
        return new TlsSummary(
                bundle.purposes(),
                first.getSubjectX500Principal().getName(),
                alternativeNames(first),
                earliest(bundle.certificates().stream().map(X509Certificate::getNotAfter)),
                fingerprint(first.getEncoded()));
    }

    private static TlsSummary ofRevocations(TlsBundle bundle, X509CRL first) throws GeneralSecurityException {
        return new TlsSummary(
                bundle.purposes(),
                first.getIssuerX500Principal().getName(),
                List.of(),
                earliest(bundle.revocations().stream().map(X509CRL::getNextUpdate)),
                fingerprint(first.getEncoded()));
    }

    private static List<String> alternativeNames(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return Stream.ofNullable(names)
                .flatMap(Collection::stream)
                .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                .map(name -> name.get(1).toString())
                .toList();
    }

    private static Instant earliest(Stream<Date> dates) {
        return dates.filter(Objects::nonNull)
                .map(Date::toInstant)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static String fingerprint(byte[] encoded) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    }
}
