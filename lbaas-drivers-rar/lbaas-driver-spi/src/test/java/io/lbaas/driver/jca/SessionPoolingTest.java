package io.lbaas.driver.jca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverConnection;
import io.lbaas.driver.spi.DriverConnectionFactory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionPoolingTest {
    private static final UUID DEVICE = UUID.randomUUID();

    private final FakeAdapter adapter = new FakeAdapter();
    private final DriverConnectionFactory drivers = factory(adapter);

    private static DriverConnectionFactory factory(FakeAdapter adapter) {
        FakeFactory sessions = new FakeFactory();
        sessions.setResourceAdapter(adapter);
        return (DriverConnectionFactory) sessions.createConnectionFactory(new FakePool());
    }

    private static DeviceSpec device(long revision) {
        return new DeviceSpec(DEVICE, "fake", Map.of("host", "192.0.2.1"), revision);
    }

    @Test
    void closedSessionIsLentAgainForTheSameDevice() throws ResourceException {
        LoadBalancerDriver first;
        try (DriverConnection connection = drivers.connect(device(1))) {
            first = connection.driver();
        }
        try (DriverConnection connection = drivers.connect(device(1))) {
            assertThat(connection.driver()).isSameAs(first);
        }
        assertThat(((FakeDriver) first).closed()).isFalse();
    }

    @Test
    void newRevisionIsNotServedByAnOlderSession() throws ResourceException {
        drivers.connect(device(1)).close();
        drivers.connect(device(2)).close();
        assertThat(adapter.opened()).isEqualTo(2);
    }

    @Test
    void twoCallersNeverShareASession() throws ResourceException {
        try (DriverConnection one = drivers.connect(device(1));
                DriverConnection two = drivers.connect(device(1))) {
            assertThat(one.driver()).isNotSameAs(two.driver());
        }
    }

    @Test
    void discardedSessionIsClosedAndNeverLentAgain() throws ResourceException {
        LoadBalancerDriver broken;
        try (DriverConnection connection = drivers.connect(device(1))) {
            broken = connection.driver();
            connection.discard(new IllegalStateException("connection reset"));
        }
        assertThat(((FakeDriver) broken).closed()).isTrue();
        try (DriverConnection connection = drivers.connect(device(1))) {
            assertThat(connection.driver()).isNotSameAs(broken);
        }
    }

    @Test
    void closedHandleIsWorthless() throws ResourceException {
        DriverConnection connection = drivers.connect(device(1));
        connection.close();
        assertThatThrownBy(connection::driver).isInstanceOf(IllegalStateException.class);
        connection.close();
        drivers.connect(device(1)).close();
        assertThat(adapter.opened()).as("closing twice gives back once").isEqualTo(1);
    }

    @Test
    void serverCanMoveAHandleToAnotherSession() {
        FakeDriver other = new FakeDriver();
        DriverManagedConnection first = new DriverManagedConnection(device(1), new FakeDriver());
        DriverHandle handle = (DriverHandle) first.getConnection(null, null);
        new DriverManagedConnection(device(1), other).associateConnection(handle);
        first.cleanup();
        assertThat(handle.driver()).isSameAs(other);
    }

    @Test
    void sessionTakesNoPartInTransactions() {
        DriverManagedConnection session = new DriverManagedConnection(device(1), new FakeDriver());
        assertThatThrownBy(session::getXAResource).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(session::getLocalTransaction).isInstanceOf(NotSupportedException.class);
    }

    @Test
    void settingsThatCannotBeUsedAreTold() {
        assertThatThrownBy(() -> drivers.connect(device(0)))
                .isInstanceOf(ResourceException.class)
                .hasMessageEndingWith(DEVICE + ": revision 0");
    }

    private static final class FakeFactory extends DriverManagedConnectionFactory {
        private static final long serialVersionUID = 1;
    }

    /** Counts what it opens. */
    private static final class FakeAdapter extends DriverResourceAdapter {
        private int opened;

        int opened() {
            return opened;
        }

        @Override
        public LoadBalancerDriver open(DeviceSpec device) {
            if (device.revision() == 0) {
                throw new IllegalArgumentException("revision 0");
            }
            opened++;
            return new FakeDriver();
        }
    }
}
