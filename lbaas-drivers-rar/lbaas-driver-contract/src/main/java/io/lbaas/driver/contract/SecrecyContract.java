package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys and credentials are for the device alone. */
public interface SecrecyContract extends DriverUnderTest {

    @Test
    default void nothing_secret_is_logged_or_told() throws DeviceReadException {
        TestAuthority.Issued site = new TestAuthority().issue("site.example");
        List<String> told = new ArrayList<>();
        try (LogCapture log = LogCapture.start();
                LoadBalancerDriver driver = open()) {
            boolean tls = driver.info().capabilities().listenerProtocols().contains(ListenerProtocol.TERMINATED_HTTPS);
            DesiredLoadBalancer desired = tls ? tree().tls(terminating()).build() : tree().build();
            TlsMaterials materials = tls ? new TlsMaterials(Map.of("site", site.material())) : TlsMaterials.NONE;
            Outcome done = settle(driver, new Change.Apply(desired, 2, deadline(), materials));
            assertThat(done).isInstanceOf(Outcome.Completed.class);
            told.add(done.toString());
            told.add(settle(driver, new Change.Apply(desired, 1, deadline(), materials))
                    .toString());
            refused(desired.id())
                    .ifPresent(refused ->
                            told.add(settle(driver, apply(refused, 3)).toString()));
            told.add(driver.probe() + " " + driver.list() + " " + driver.observe(desired.id()) + " " + driver);
            told.addAll(log.lines());
        }
        secretsOf(site).forEach(secret -> assertThat(told).noneMatch(text -> text.contains(secret)));
    }

    private static ListenerTls terminating() {
        return new ListenerTls(
                "site", List.of(), null, null, ClientAuthentication.NONE, null, null, null, null, false, false);
    }

    /** Any whole line of a key is too much. */
    private List<String> secretsOf(TestAuthority.Issued site) {
        Stream<String> key =
                site.material().privateKey().lines().filter(line -> !line.startsWith("-----") && !line.isBlank());
        return Stream.concat(key, secrets().stream()).toList();
    }
}
