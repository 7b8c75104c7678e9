package io.lbaas.tls.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals text so that only who has the key file can open it, and only under the label that it was sealed with.
 *
 * <p>The file has one key in each line. The first seals; the others still open what they sealed. It is read each time, so
 * that a new key needs no restart.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path keyFile;

    public Seal(Path keyFile) {
        this.keyFile = keyFile;
    }

    /**
     * Seals text.
     *
     * @return the name of the key, a dot, and nonce and ciphertext in Base64
     * @throws SealException where there is no key
     */
    public String close(String text, String label) throws SealException {
        try {
            SealKey key = keys().get(0);
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(text.getBytes(UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return key.id() + "." + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new SealException("Nothing can be sealed", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @throws SealException where the key is not there, or the text or its label are not as they were
     */
    public String open(String sealed, String label) throws SealException {
        int dot = sealed.indexOf('.');
        String id = sealed.substring(0, Math.max(0, dot));
        try {
            SealKey key = keys().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new SealException("The key " + id + " is not in " + keyFile, null));
            ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(dot + 1)));
            byte[] nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            byte[] ciphertext = new byte[whole.remaining()];
            whole.get(ciphertext);
            return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, label).doFinal(ciphertext), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException e) {
            throw new SealException("What was sealed with the key " + id + " has been changed", e);
        }
    }

    private static Cipher cipher(int mode, SealKey key, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(UTF_8));
        return cipher;
    }

    private List<SealKey> keys() throws SealException {
        try {
            List<SealKey> keys = new ArrayList<>();
            for (String line : Files.readAllLines(keyFile)) {
                if (!line.isBlank()) {
                    keys.add(SealKey.of(line.strip()));
                }
            }
            if (keys.isEmpty()) {
                throw new SealException("There is no key in " + keyFile, null);
            }
            return keys;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new SealException("The keys in " + keyFile + " cannot be read", e);
        }
    }
}
