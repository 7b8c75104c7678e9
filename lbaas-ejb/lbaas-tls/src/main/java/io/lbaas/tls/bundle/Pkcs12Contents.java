package io.lbaas.tls.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** Reads PKCS#12 files. */
final class Pkcs12Contents {

    private Pkcs12Contents() {}

    static Contents of(byte[] file, char[] password) throws UnusableTlsException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            Contents contents = new Contents();
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                if (key instanceof PrivateKey privateKey) {
                    contents.add(privateKey);
                }
                Certificate[] chain = store.getCertificateChain(alias);
                for (Certificate certificate :
                        chain == null ? new Certificate[] {store.getCertificate(alias)} : chain) {
                    if (certificate instanceof X509Certificate x509) {
                        contents.add(x509);
                    }
                }
            }
            return contents;
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableTlsException("It is neither PEM text nor a PKCS#12 file of that password", e);
        }
    }
}
