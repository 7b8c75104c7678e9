package io.lbaas.driver.nginx.config;

import io.lbaas.driver.spi.TlsMaterial;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the servers that a certificate is for. */
final class CertificateNames {
    private static final int DNS_NAME = 2;
    private static final Pattern SERVER_NAME = Pattern.compile("(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,\\\\+\"]+)");

    private CertificateNames() {}

    /** Those that nginx can compare with; the subject's name counts where there are no alternatives to it. */
    static Set<String> of(TlsMaterial identity) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(identity.certificates().getBytes(StandardCharsets.US_ASCII)));
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            Set<String> names = new LinkedHashSet<>();
            if (alternatives != null) {
                alternatives.stream()
                        .filter(name -> name.get(0).equals(DNS_NAME))
                        .forEach(name -> add(names, name.get(1).toString()));
            }
            Matcher subject =
                    COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName());
            if (names.isEmpty() && subject.find()) {
                add(names, subject.group(1));
            }
            return names;
        } catch (CertificateException e) {
            // nginx refuses it in its own words.
            return Set.of();
        }
    }

    private static void add(Set<String> names, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SERVER_NAME.matcher(lower).matches()) {
            names.add(lower);
        }
    }
}
