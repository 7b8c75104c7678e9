package io.lbaas.driver.spi;

/**
 * Certificates, keys and revocation lists as PEM text; each part may be empty. It is for the device alone: never logged,
 * never put into a message.
 *
 * @param certificates where there is a key: its certificate first, then each one's issuer
 * @param privateKey PKCS#8, not encrypted
 */
public record TlsMaterial(String certificates, String privateKey, String revocations) {

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return "TlsMaterial";
    }
}
