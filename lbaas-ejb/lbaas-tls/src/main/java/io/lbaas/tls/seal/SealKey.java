package io.lbaas.tls.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key with the name that what is sealed with it bears.
 *
 * @param id the beginning of the key's SHA-256
 */
record SealKey(String id, SecretKey key) {

    private static final int BYTES = 32;
    private static final int ID_LENGTH = 16;

    /**
     * Reads one.
     *
     * @param hex 64 hexadecimal digits
     * @throws IllegalArgumentException where the text is not that
     */
    static SealKey of(String hex) throws GeneralSecurityException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes");
        }
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return new SealKey(digest.substring(0, ID_LENGTH), new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public String toString() {
        return "SealKey[" + id + "]";
    }
}
