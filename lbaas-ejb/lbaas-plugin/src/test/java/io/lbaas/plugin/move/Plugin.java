package io.lbaas.plugin.move;

import io.lbaas.message.Command;
import io.lbaas.message.Result;
import io.lbaas.plugin.Beans;
import io.lbaas.plugin.config.EvacuationLimits;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.place.Choices;
import io.lbaas.plugin.place.Providers;
import io.lbaas.plugin.place.Scheduler;
import io.lbaas.plugin.place.VipAllocator;
import io.lbaas.plugin.place.VipResolver;
import io.lbaas.plugin.queue.CommandQueue;
import io.lbaas.plugin.queue.Dispatcher;
import io.lbaas.plugin.queue.Removals;
import io.lbaas.plugin.queue.Settler;
import io.lbaas.plugin.store.DeviceEvents;
import io.lbaas.plugin.store.DeviceRooms;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.store.FreeAddresses;
import io.lbaas.plugin.store.OperationLog;
import io.lbaas.plugin.store.TlsContainerRows;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.store.VipNetworks;
import io.lbaas.plugin.tls.SealedMaterials;
import io.lbaas.plugin.watch.Clearance;
import io.lbaas.plugin.watch.Evacuator;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The beans that place and move load balancers, in one transaction. */
record Plugin(
        Devices devices,
        Trees trees,
        FormerPlaces formers,
        Scheduler scheduler,
        Mover mover,
        Departures departures,
        Dispatcher dispatcher,
        Settler settler,
        Clearance clearance,
        Evacuator evacuator,
        OperationLog operations) {

    /** Of which what was not answered is always due. */
    private static final Settings IMPATIENT = new Settings() {
        @Override
        public Map<String, String> providers() {
            return Map.of();
        }

        @Override
        public Duration deadline() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration resendAfter() {
            return Duration.ZERO;
        }
    };

    /**
     * The beans for one session.
     *
     * @param sent takes what is sent
     * @param postponed takes what is put back
     */
    static Plugin in(EntityManager session, List<Command> sent, List<Result> postponed) {
        return in(session, sent, postponed, new EvacuationLimits(100, 1000, Duration.ofMinutes(10)));
    }

    /** The same with limits of evacuations by policy. */
    static Plugin in(EntityManager session, List<Command> sent, List<Result> postponed, EvacuationLimits limits) {
        var devices = new Devices(session);
        var trees = new Trees(session);
        var networks = new VipNetworks(session);
        var free = new FreeAddresses(session);
        var formers = new FormerPlaces(session);
        var scheduler = new Scheduler(
                new Providers(devices, IMPATIENT),
                devices,
                new DeviceRooms(session),
                new VipResolver(networks, free),
                new VipAllocator(networks, free),
                IMPATIENT);
        var choices = new Choices(new Rows(session), IMPATIENT);
        var mover = new Mover(formers, devices, scheduler, choices);
        var queue = queue(sent, postponed);
        var materials = Beans.inject(new SealedMaterials(), new TlsContainerRows(session));
        var dispatcher = Beans.inject(new Dispatcher(), trees, queue, materials, choices, IMPATIENT);
        var departures = new Departures(formers, mover, scheduler);
        var operations = new OperationLog(session);
        var removals = Beans.inject(new Removals(), formers, trees, devices, dispatcher, IMPATIENT);
        return new Plugin(
                devices,
                trees,
                formers,
                scheduler,
                mover,
                departures,
                dispatcher,
                Beans.inject(new Settler(), trees, devices, operations, departures, dispatcher, removals, queue),
                Beans.inject(new Clearance(), formers, removals),
                Beans.inject(
                        new Evacuator(),
                        devices,
                        new DeviceEvents(session),
                        trees,
                        formers,
                        operations,
                        mover,
                        departures,
                        limits),
                operations);
    }

    private static CommandQueue queue(List<Command> sent, List<Result> postponed) {
        return new CommandQueue() {
            @Override
            public void send(Command command) {
                sent.add(command);
            }

            @Override
            public void postpone(Result result, Duration delay) {
                postponed.add(result.again());
            }
        };
    }
}
