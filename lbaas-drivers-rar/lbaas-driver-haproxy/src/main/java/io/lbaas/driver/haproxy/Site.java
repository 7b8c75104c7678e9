package io.lbaas.driver.haproxy;

import io.lbaas.driver.haproxy.config.Support;
import io.lbaas.driver.haproxy.device.Device;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostedDevice;
import io.lbaas.driver.spi.Change;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The processes of one device: that which load balancers share, and one for each that its flavor gives one of its own. Such
 * a process is a device in itself, in a directory beneath the shared one's whose name is short for the load balancer's id.
 */
final class Site implements HostedDevice<DeviceSettings> {
    private static final System.Logger LOG = System.getLogger(Site.class.getName());
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int ID_BYTES = 16;
    /** The last of 22 characters has two bits of the id. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    private final Host host;
    private final DeviceSettings settings;
    private final Device shared;
    private final Map<UUID, Device> isolated = new ConcurrentHashMap<>();

    Site(Host host, DeviceSettings settings) {
        this.host = host;
        this.settings = settings;
        shared = new Device(host, settings);
    }

    @Override
    public DeviceSettings settings() {
        return settings;
    }

    Device shared() {
        return shared;
    }

    /** The load balancers that have a process of their own, or had one. */
    Set<UUID> isolated(Instant deadline) throws IOException {
        host.begin(deadline);
        host.files().createDirectory(settings.isolatedDirectory());
        return host.files().list(settings.isolatedDirectory()).stream()
                .map(directory -> directory.getFileName().toString())
                .filter(NAME.asMatchPredicate())
                .map(Site::idOf)
                .collect(Collectors.toSet());
    }

    Device isolated(UUID loadBalancerId) {
        return isolated.computeIfAbsent(loadBalancerId, id -> new Device(host, settings.isolated(nameOf(id))));
    }

    /** Where a change belongs: to where the load balancer is, or else to where its flavor says. */
    Device of(Change change, Set<UUID> known) {
        boolean apart = known.contains(change.loadBalancerId())
                || (change instanceof Change.Apply apply
                        && Support.PROCESS.equals(apply.desired().profile().get(Support.ISOLATION)));
        return apart ? isolated(change.loadBalancerId()) : shared;
    }

    /** Ends processes that have nothing to do any more. */
    void rest(Collection<Device> devices) {
        devices.stream().filter(device -> device != shared && device.empty()).forEach(Device::end);
    }

    @Override
    public void supervise() {
        shared.supervise();
        try {
            for (UUID id : isolated(Instant.now().plus(SOON))) {
                if (!isolated(id).empty()) {
                    isolated(id).supervise();
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The processes in {0} cannot be seen: {1}", settings.directory(), e);
        }
    }

    /** Ends the connection to it. */
    void close() {
        host.close();
    }

    @Override
    public void stop() {
        shared.stop();
        isolated.values().forEach(Device::stop);
    }

    /** Lets tombstones go, and with them the directories that hold nothing else. */
    void forget(Collection<UUID> loadBalancerIds) throws IOException, InterruptedException {
        shared.forget(loadBalancerIds);
        for (UUID id : isolated(Instant.now().plus(SOON))) {
            Device device = isolated(id);
            if (loadBalancerIds.contains(id) && device.empty()) {
                device.forget(List.of(id));
                device.end();
                isolated.remove(id);
                Path directory = settings.isolatedDirectory().resolve(nameOf(id));
                host.run(
                        List.of("rm", "-rf", directory.toString()),
                        Instant.now().plus(SOON));
            }
        }
    }

    private static String nameOf(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static UUID idOf(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(name));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
