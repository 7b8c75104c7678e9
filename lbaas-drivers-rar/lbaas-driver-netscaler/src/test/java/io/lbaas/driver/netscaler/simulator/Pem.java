package io.lbaas.driver.netscaler.simulator;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What the appliance checks of certificates. */
final class Pem {
    private Pem() {}

    static void check(JsonObject row, Tables running) {
        byte[] certificate = file(row.getString("cert"), running);
        try {
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        } catch (CertificateException e) {
            throw Refusal.badValue("cert", "Invalid certificate");
        }
        if (row.containsKey("key")
                && !new String(file(row.getString("key"), running), StandardCharsets.US_ASCII)
                        .contains("PRIVATE KEY")) {
            throw Refusal.badValue("key", "Invalid private key");
        }
        for (JsonObject other : running.all("sslcertkey")) {
            if (!other.getString("certkey").equals(row.getString("certkey"))
                    && Arrays.equals(certificate, file(other.getString("cert"), running))
                    && other.containsKey("key") == row.containsKey("key")) {
                throw Refusal.exists("certkeyName Contents", other.getString("certkey"));
            }
        }
    }

    private static byte[] file(String name, Tables running) {
        List<JsonObject> files = running.where("systemfile", "filename", name);
        if (files.isEmpty()) {
            throw Refusal.missing("file", name);
        }
        return Base64.getDecoder().decode(files.get(0).getString("filecontent"));
    }
}
