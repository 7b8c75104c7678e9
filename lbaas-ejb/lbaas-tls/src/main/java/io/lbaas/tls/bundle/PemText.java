package io.lbaas.tls.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** Writes PEM (RFC 7468). */
final class PemText {

    private static final int LINE = 64;

    private PemText() {}

    static String of(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
