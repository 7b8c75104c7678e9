package io.lbaas.launcher.broker;

import io.lbaas.launcher.config.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The broker's user file: one administrator and, unlike the file that OpenMQ would copy there, no guest. */
final class BrokerUsers {
    private BrokerUsers() {}

    static void write(Path file, String user, Secret password) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, line(user, password) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** OpenMQ's own format: user, MD5 of user and password as a signed hexadecimal number, group, active. */
    static String line(String user, Secret password) {
        byte[] text = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        return "%s:%s:admin:1".formatted(user, new BigInteger(md5(text)).toString(16));
    }

    private static byte[] md5(byte[] text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
