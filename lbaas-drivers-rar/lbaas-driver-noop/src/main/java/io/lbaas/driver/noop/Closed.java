package io.lbaas.driver.noop;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Why a device lets nobody in. */
record Closed(FailureKind kind, String message) {

    /** The reason that the settings give; nothing where the device is open. */
    static Optional<Closed> of(DeviceSpec device) {
        if (!Boolean.parseBoolean(device.setting("reachable", "true"))) {
            return Optional.of(new Closed(FailureKind.UNREACHABLE, "Told to be unreachable"));
        }
        String wanted = device.setting("password-sha256", "");
        return wanted.isEmpty() || wanted.equals(sha256(device.credential("password", "")))
                ? Optional.empty()
                : Optional.of(new Closed(FailureKind.AUTH, "The password is not the device's"));
    }

    Outcome.Failed failure() {
        return Outcome.Failed.of(kind, message);
    }

    DeviceReadException exception() {
        return new DeviceReadException(kind, message);
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
