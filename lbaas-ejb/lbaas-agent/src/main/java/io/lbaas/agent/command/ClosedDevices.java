package io.lbaas.agent.command;

import io.lbaas.message.Closure;
import io.lbaas.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The devices that are not to be touched, as far as this agent has heard. */
@ApplicationScoped
public class ClosedDevices {
    private final Map<UUID, Long> revisions = new ConcurrentHashMap<>();

    public void close(Closure closure) {
        closure.revisions().forEach((device, revision) -> revisions.merge(device, revision, Math::max));
    }

    /** Whether a command was sent before its device was closed. */
    boolean voids(Command command) {
        Long revision = revisions.get(command.device().deviceId());
        return revision != null && command.device().revision() <= revision;
    }
}
