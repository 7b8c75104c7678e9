package io.lbaas.plugin.watch;

import io.lbaas.plugin.api.Fault;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Does by the clock what has no other occasion. All of it is one task: tasks that run beside each other would share the
 * component context that the executor took from this bean, and end each other's.
 */
@Startup
@Singleton
@DependsOn("Seeds")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Clockwork {

    /** The application takes no calls until it has started. */
    private static final Duration START = Duration.ofSeconds(3);

    private static final Duration TICK = Duration.ofSeconds(1);

    /** Longer than any process lives. */
    private static final Duration ONCE = Duration.ofDays(10_000);

    @Resource
    private ManagedScheduledExecutorService clock;

    @Inject
    private Sweeper sweeper;

    @Inject
    private Clearance clearance;

    @Inject
    private Evacuator evacuator;

    @Inject
    private DevicePatrol patrol;

    @Inject
    private Closures closures;

    @Inject
    private DeviceAuditor auditor;

    @Inject
    private DriftRepair drift;

    @Inject
    private Housekeeping housekeeping;

    private List<Round> rounds;
    private ScheduledFuture<?> ticks;

    @PostConstruct
    void start() {
        rounds = List.of(
                new Round("sweep", TICK, this::sweep),
                new Round("clear", TICK, this::clear),
                new Round("evacuate", TICK, this::evacuate),
                new Round("repeat which devices are disabled", Duration.ofSeconds(5), closures::repeat),
                new Round("probe", TICK, patrol::probe),
                new Round("observe", TICK, patrol::observe),
                new Round("count traffic", TICK, patrol::count),
                new Round("have devices audited after a start", ONCE, auditor::hasten),
                new Round("audit", TICK, auditor::audit),
                new Round("repair drift", TICK, this::repair),
                new Round("watch prepared transactions", Duration.ofMinutes(1), housekeeping::reportInDoubt),
                new Round("purge operations and answers", Duration.ofHours(1), housekeeping::purge));
        ticks = clock.scheduleWithFixedDelay(this::tick, START.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        ticks.cancel(false);
    }

    private void tick() {
        long now = System.nanoTime();
        rounds.forEach(round -> round.runIfDue(now));
    }

    private void clear() {
        clearance.due().forEach(id -> Round.guarded("clear " + id, () -> clearance.clear(id)));
    }

    private void evacuate() {
        evacuator
                .review()
                .forEach(leaving -> Round.guarded("move " + leaving.loadBalancerId(), () -> evacuate(leaving)));
    }

    private void evacuate(Evacuator.Leaving leaving) {
        try {
            evacuator.move(leaving);
        } catch (Fault e) {
            evacuator.note(leaving.deviceId(), e.getMessage());
        }
    }

    /** Each by itself, so that one that fails does not keep the others waiting. */
    private void sweep() {
        sweeper.unanswered().forEach(id -> Round.guarded("sweep " + id, () -> sweeper.sweep(id)));
    }

    private void repair() {
        drift.due().forEach(id -> Round.guarded("repair " + id, () -> drift.repair(id)));
    }
}
