package io.lbaas.agent.command;

import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.message.AuditReport;
import io.lbaas.message.Command;
import io.lbaas.message.Result;
import io.lbaas.model.OperatingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Words the reports on one command.
 *
 * @param agent the agent's name
 * @param takenAt when the agent took the command
 */
record Reports(Command command, String agent, Instant takenAt) {

    /** The device is as asked; its generation may be newer than the command's. */
    Answer completed(Outcome.Completed completed) {
        return report(completed.generation(), completed.digest(), null, completed.operatingStatus(), null, null, null);
    }

    Answer failed(Outcome.Failed failed) {
        List<Result.Blame> blamed = failed.blamed().entrySet().stream()
                .map(entry -> new Result.Blame(entry.getKey(), entry.getValue()))
                .toList();
        Result.Failure failure = new Result.Failure(failed.kind(), failed.code(), failed.message(), blamed);
        return report(command.generation(), null, failure, Map.of(), null, null, null);
    }

    Answer probed(DeviceReport found) {
        return report(0, null, null, Map.of(), found, null, null);
    }

    Answer health(Map<UUID, OperatingStatus> status) {
        return report(0, null, null, status, null, null, null);
    }

    Answer stats(StatsBatch counted) {
        return report(0, null, null, Map.of(), null, counted, null);
    }

    Answer audited(AuditReport found) {
        return report(0, null, null, Map.of(), null, null, found);
    }

    private Answer report(
            long generation,
            String digest,
            Result.Failure failure,
            Map<UUID, OperatingStatus> status,
            DeviceReport found,
            StatsBatch counted,
            AuditReport audit) {
        Instant now = Instant.now();
        return new Answer.Report(new Result(
                command.ordered(),
                command.device().deviceId(),
                command.loadBalancerId(),
                generation,
                digest,
                failure,
                status,
                found,
                counted,
                audit,
                agent,
                command.deadline(),
                takenAt,
                now,
                now,
                0));
    }
}
