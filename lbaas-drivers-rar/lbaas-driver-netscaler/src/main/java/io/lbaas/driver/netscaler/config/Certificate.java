package io.lbaas.driver.netscaler.config;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A certificate with or without its key, as NetScaler keeps it. It is named by its content, for NetScaler takes no
 * certificate twice: load balancers with the same one share it.
 *
 * @param key empty for a certificate of an authority
 * @param issuer the name of the certificate that is sent to clients after it, empty for none
 */
public record Certificate(String certificate, String key, String issuer) {
    /** The names of all certificates that we installed begin with it. */
    public static final String MARK = Names.MARK + "cert_";

    /** As many as make a name of 31 characters, the most that NetScaler takes. */
    private static final int DIGITS = 20;

    public String name() {
        return MARK + hash((key.isEmpty() ? "authority" : "identity") + certificate.replaceAll("\\s", ""));
    }

    /** The file that holds the certificate. */
    public static String file(String name) {
        return name + ".pem";
    }

    /** The file that holds the private key. */
    public static String keyFile(String name) {
        return name + ".key";
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(Character.MAX_RADIX).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return name();
    }
}
