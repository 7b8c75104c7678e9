package io.lbaas.tls.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Reads what tenants keep certificates in. */
public final class BundleReader {

    private BundleReader() {}

    /**
     * Reads PEM text or a PKCS#12 file.
     *
     * @param password of the file or of the key in it; empty where there is none
     * @throws UnusableTlsException where it cannot be read, or its parts do not fit together
     */
    public static TlsBundle read(byte[] content, char[] password) throws UnusableTlsException {
        String text = new String(content, ISO_8859_1);
        Contents contents =
                text.contains("-----BEGIN ") ? PemContents.of(text, password) : Pkcs12Contents.of(content, password);
        return contents.bundle();
    }
}
