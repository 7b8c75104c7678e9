package io.lbaas.agent.command;

import io.lbaas.agent.AgentSettings;
import io.lbaas.agent.device.Configurator;
import io.lbaas.agent.device.DeviceWork;
import io.lbaas.agent.device.SessionException;
import io.lbaas.agent.device.Sessions;
import io.lbaas.agent.lane.Lanes;
import io.lbaas.agent.tls.MaterialException;
import io.lbaas.agent.tls.Materials;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Carries out commands. */
@ApplicationScoped
public class CommandHandler {
    private static final System.Logger LOG = System.getLogger(CommandHandler.class.getName());

    private final ClosedDevices closed;
    private final Lanes lanes;
    private final Configurator configurator;
    private final Sessions sessions;
    private final Reactions reactions;
    private final Materials materials;
    private final AgentSettings settings;

    @Inject
    public CommandHandler(
            ClosedDevices closed,
            Lanes lanes,
            Configurator configurator,
            Sessions sessions,
            Reactions reactions,
            Materials materials,
            AgentSettings settings) {
        this.closed = closed;
        this.lanes = lanes;
        this.configurator = configurator;
        this.sessions = sessions;
        this.reactions = reactions;
        this.materials = materials;
        this.settings = settings;
    }

    /** For the container's proxy. */
    protected CommandHandler() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * Carries out a command and says what becomes of it; never throws for what a device or driver does. One that was taken
     * back is dropped: the plugin sends what is wanted then when the device may be touched again.
     */
    public Answer handle(Command command) {
        if (closed.voids(command)) {
            return new Answer.None();
        }
        Reports reports = new Reports(command, settings.name(), Instant.now());
        return switch (command.operation()) {
            case APPLY, REMOVE -> reactions.to(configure(command), command, reports);
            case POLL ->
                reactions.to(
                        configurator.poll(command.device(), command.token(), change(command, TlsMaterials.NONE)),
                        command,
                        reports);
            case PROBE -> read(command, reports, driver -> reports.probed(driver.probe()));
            case HEALTH ->
                read(
                        command,
                        reports,
                        driver -> reports.health(
                                driver.health(command.loadBalancerIds()).byObject()));
            case AUDIT ->
                read(
                        command,
                        reports,
                        driver -> reports.audited(Audit.of(driver, command.audit(), command.deadline())));
            case FORGET -> forget(command);
            case STATS -> read(command, reports, driver -> reports.stats(driver.stats(command.loadBalancerIds())));
        };
    }

    /** What could not be forgotten is found again by the next audit. */
    private Answer forget(Command command) {
        try {
            return sessions.call(command.device(), driver -> {
                driver.forget(command.loadBalancerIds());
                return new Answer.None();
            });
        } catch (SessionException e) {
            LOG.log(System.Logger.Level.DEBUG, "Tombstones stay on " + command.device(), e);
            return new Answer.None();
        }
    }

    private Outcome configure(Command command) {
        try {
            TlsMaterials needed = command.desired() == null ? TlsMaterials.NONE : materials.of(command);
            return lanes.submit(command.device(), change(command, needed));
        } catch (MaterialException e) {
            return e.failure();
        }
    }

    private Change change(Command command, TlsMaterials needed) {
        Instant deadline = Instant.now().plus(settings.callTimeout());
        return command.desired() == null
                ? new Change.Remove(command.loadBalancerId(), command.generation(), deadline)
                : new Change.Apply(command.desired(), command.generation(), deadline, needed);
    }

    private Answer read(Command command, Reports reports, DeviceWork<Answer> reading) {
        try {
            return sessions.call(command.device(), reading);
        } catch (SessionException e) {
            return reports.failed(e.failure());
        }
    }
}
