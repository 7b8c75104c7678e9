package io.lbaas.agent.device;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.tls.TlsSettings;
import io.lbaas.tls.seal.Seal;
import io.lbaas.tls.seal.SealException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Opens the credentials of devices, which came sealed with a command. */
@ApplicationScoped
public class Credentials {
    private final TlsSettings settings;

    @Inject
    public Credentials(TlsSettings settings) {
        this.settings = settings;
    }

    /** For the container's proxy. */
    protected Credentials() {
        this(null);
    }

    /**
     * The device as its driver is to know it.
     *
     * @throws SealException where the credentials cannot be opened
     */
    public DeviceSpec open(DeviceSpec device) throws SealException {
        if (device.credentials().isEmpty()) {
            return device;
        }
        Path keys = settings.keyFile().orElseThrow(() -> new SealException("lbaas.tls.key-file is not set", null));
        Seal seal = new Seal(keys);
        Map<String, String> open = new HashMap<>();
        for (Map.Entry<String, String> sealed : device.credentials().entrySet()) {
            open.put(
                    sealed.getKey(),
                    seal.open(sealed.getValue(), device.deviceId().toString()));
        }
        return new DeviceSpec(device.deviceId(), device.driver(), device.settings(), open, device.revision());
    }
}
