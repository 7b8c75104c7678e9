package io.lbaas.agent.command;

import io.lbaas.agent.AgentSettings;
import io.lbaas.agent.FakeDevice;
import io.lbaas.agent.FakeSessions;
import io.lbaas.agent.device.Configurator;
import io.lbaas.agent.device.Credentials;
import io.lbaas.agent.device.Sessions;
import io.lbaas.agent.lane.Lanes;
import io.lbaas.agent.tls.Materials;
import java.time.Duration;
import java.util.Optional;

/** An agent with a fake device behind it. */
record Agent(FakeDevice device, FakeSessions sessions, ClosedDevices closed, CommandHandler handler) {

    static Agent create() {
        FakeDevice device = new FakeDevice();
        FakeSessions lent = new FakeSessions(device);
        AgentSettings settings =
                new AgentSettings(Optional.of("agent-1"), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO);
        Sessions sessions =
                new Sessions(name -> name.equals("fake") ? Optional.of(lent) : Optional.empty(), new Credentials(null));
        Configurator configurator = new Configurator(sessions);
        ClosedDevices closed = new ClosedDevices();
        return new Agent(
                device,
                lent,
                closed,
                new CommandHandler(
                        closed,
                        new Lanes(configurator, settings),
                        configurator,
                        sessions,
                        new Reactions(configurator),
                        new Materials(null, null),
                        settings));
    }
}
