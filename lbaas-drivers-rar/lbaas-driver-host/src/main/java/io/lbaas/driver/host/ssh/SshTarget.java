package io.lbaas.driver.host.ssh;

import io.lbaas.driver.spi.DeviceSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Where to log in, who must answer, and as whom.
 *
 * @param hostKeys the keys of which the host must show one
 */
record SshTarget(String host, int port, String user, List<PublicKey> hostKeys, List<KeyPair> identities) {
    private static final int MAX_PORT = 65_535;

    /**
     * Reads a device's settings and credentials.
     *
     * @throws IllegalArgumentException in words for the operator where one is missing or wrong
     */
    static SshTarget of(DeviceSpec spec) {
        return new SshTarget(
                needed("setting host", spec.setting("host", "")),
                port(spec.setting("port", "22")),
                needed("setting user", spec.setting("user", "")),
                hostKeys(needed("setting host-key", spec.setting("host-key", ""))),
                identities(
                        needed("credential private-key", spec.credential("private-key", "")),
                        spec.credential("passphrase", "")));
    }

    private static String needed(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is needed with the transport ssh");
        }
        return value;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting port is not a number", e);
        }
        throw new IllegalArgumentException("The setting port must be from 1 to " + MAX_PORT);
    }

    private static List<PublicKey> hostKeys(String text) {
        List<PublicKey> keys = new ArrayList<>();
        for (String line : text.strip().split("\\s*[\\n,]\\s*", -1)) {
            try {
                keys.add(PublicKeyEntry.parsePublicKeyEntry(line)
                        .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                throw new IllegalArgumentException(
                        "The setting host-key must be one or more public keys in the form of OpenSSH,"
                                + " with commas or line ends between them",
                        e);
            }
        }
        return keys;
    }

    /** What went wrong is not told further: it could quote the key. */
    private static List<KeyPair> identities(String privateKey, String passphrase) {
        List<KeyPair> pairs = new ArrayList<>();
        try {
            Iterable<KeyPair> loaded = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("private-key"),
                    new ByteArrayInputStream(privateKey.strip().concat("\n").getBytes(StandardCharsets.UTF_8)),
                    FilePasswordProvider.of(passphrase));
            if (loaded != null) {
                loaded.forEach(pairs::add);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            pairs.clear();
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException(
                    "The credential private-key is no private key in the form of OpenSSH, or the passphrase is not its");
        }
        return pairs;
    }

    String name() {
        return host + ":" + port;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return user + "@" + name();
    }
}
