package io.lbaas.driver.netscaler.config;

import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the certificates that a load balancer needs; each comes after the one that issued it. */
final class Certificates {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    private final TlsMaterials materials;
    private final Map<String, Certificate> byName = new LinkedHashMap<>();

    Certificates(TlsMaterials materials) {
        this.materials = materials;
    }

    Collection<Certificate> all() {
        return byName.values();
    }

    /** A certificate with its key and chain; its name. */
    String identity(String reference) {
        TlsMaterial material = materials.get(reference);
        List<String> chain = split(material.certificates());
        String issuer = "";
        for (int i = chain.size() - 1; i > 0; i--) {
            issuer = add(new Certificate(chain.get(i), "", issuer));
        }
        return add(new Certificate(chain.get(0), material.privateKey(), issuer));
    }

    /** Certificates of authorities; their names. */
    List<String> authorities(String reference) {
        return split(materials.get(reference).certificates()).stream()
                .map(each -> add(new Certificate(each, "", "")))
                .toList();
    }

    private String add(Certificate certificate) {
        byName.putIfAbsent(certificate.name(), certificate);
        return certificate.name();
    }

    private static List<String> split(String pem) {
        List<String> certificates = new ArrayList<>();
        Matcher matcher = PEM.matcher(pem);
        while (matcher.find()) {
            certificates.add(matcher.group() + "\n");
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("The material holds no certificate");
        }
        return certificates;
    }
}
