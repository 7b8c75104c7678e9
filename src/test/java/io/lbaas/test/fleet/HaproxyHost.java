package io.lbaas.test.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.Segment;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Another host with an HAProxy of its own, which is reached over SSH and is given its VIPs by the driver. */
record HaproxyHost(Segment segment, String name, SshServer ssh, Path directory, Member device)
        implements AutoCloseable {

    /** Starts one and has it registered. */
    static HaproxyHost start(Segment segment, String name, Path parent, Api api) {
        SshServer ssh = SshServer.start(name, segment.address(name));
        Path directory = parent.resolve(name);
        Map<String, String> settings = new HashMap<>(ssh.settings());
        settings.putAll(Map.of("directory", directory.toString(), "vip-plumbing", "interface", "interface", "eth0"));
        var credentials = Json.createObjectBuilder();
        ssh.credentials().forEach(credentials::add);
        var description = Json.createObjectBuilder(Member.description(name, "haproxy", settings))
                .add("credentials", credentials);
        Member device = Member.register(api, description.build());
        device.awaitHealth("REACHABLE");
        return new HaproxyHost(segment, name, ssh, directory, device);
    }

    boolean has(String address) {
        return segment.addresses(name).contains(address + "/");
    }

    /** Waits until the device says that nothing is on it or to be removed from it, and sees that this is true. */
    void assertCleared(String vip) {
        device.until(shown -> shown.getInt("load_balancers") == 0 && shown.getInt("stale_load_balancers") == 0);
        assertThat(has(vip)).as("%s has %s", name, vip).isFalse();
        try (Stream<Path> files = Files.list(directory.resolve("conf.d"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".cfg"))).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The power fails: what runs ends, and addresses that were added are lost. */
    void powerOff(String vip) {
        segment.kill(name);
        ssh.down();
        Segment.ip("-n", name, "address", "del", vip + "/32", "dev", "eth0");
    }

    void powerOn() {
        try {
            ssh.up();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        assertThat(device.remove().status()).isEqualTo(204);
        segment.kill(name);
        ssh.close();
    }
}
