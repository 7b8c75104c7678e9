package io.lbaas.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator can set of an agent, as MicroProfile Config properties; durations in ISO 8601. */
@ApplicationScoped
public class AgentSettings {
    private final String name;
    private final Duration callTimeout;
    private final Duration laneWait;
    private final Duration gathering;

    @Inject
    public AgentSettings(
            @ConfigProperty(name = "lbaas.agent.name") Optional<String> name,
            @ConfigProperty(name = "lbaas.agent.call-timeout", defaultValue = "PT15S") Duration callTimeout,
            @ConfigProperty(name = "lbaas.agent.lane-wait", defaultValue = "PT2S") Duration laneWait,
            @ConfigProperty(name = "lbaas.agent.gathering", defaultValue = "PT3S") Duration gathering) {
        this.name = name.orElseGet(AgentSettings::hostName);
        this.callTimeout = callTimeout;
        this.laneWait = laneWait;
        this.gathering = gathering;
    }

    /** For the container's proxy. */
    protected AgentSettings() {
        this(Optional.of(""), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** The agent's name in reports; the host's by default. */
    public String name() {
        return name;
    }

    /** How long a driver may take for one batch. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** How long, beyond gathering, the device's current change may take before a command is put back. */
    public Duration laneWait() {
        return laneWait;
    }

    /** How long a batch of several waits at most for more to join it; zero for not at all. */
    public Duration gathering() {
        return gathering;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "agent";
        }
    }
}
