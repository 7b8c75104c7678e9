package io.lbaas.driver.bigip.simulator;

import io.lbaas.driver.bigip.declaration.Doc;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** AS3's table of asynchronous requests, and the one worker that makes them. */
final class Tasks implements AutoCloseable {
    static final String BUSY =
            "Error: Configuration operation in progress on device localhost, please try again in 2 minutes";

    private static final int MAX_FINISHED = 25;
    private static final int QUEUE_LIMIT = 10;

    private final Faults faults;
    private final Appliance appliance;
    /** Newest first. */
    private final Deque<Task> tasks = new ArrayDeque<>();

    private final Deque<Task> queue = new ArrayDeque<>();
    private Task running;
    private boolean closed;
    private final Thread worker = new Thread(this::work, "as3-worker");

    private static final class Task {
        final String id = UUID.randomUUID().toString();
        final JsonObject body;
        JsonObject result;
        boolean cancelled;

        Task(JsonObject body) {
            this.body = body;
        }
    }

    Tasks(Faults faults, Appliance appliance) {
        this.faults = faults;
        this.appliance = appliance;
        worker.setDaemon(true);
        worker.start();
    }

    /** Takes every request, as AS3 does; that the device is busy is told by the task. */
    synchronized String submit(JsonObject body) {
        Task task = new Task(body);
        tasks.addFirst(task);
        if (faults.busy() || !faults.burst() && working()) {
            finish(task, busy(body));
        } else if (queue.size() >= QUEUE_LIMIT) {
            task.cancelled = true;
        } else {
            queue.addLast(task);
            notifyAll();
        }
        return task.id;
    }

    private static JsonObject busy(JsonObject body) {
        return Doc.object()
                .add("code", 503)
                .add("message", BUSY)
                .add("host", "localhost")
                .add("tenant", Doc.strings(Appliance.tenants(body)))
                .build();
    }

    /** Makes a request at once; nothing where the device is busy. */
    synchronized Optional<JsonObject> make(JsonObject body) {
        return working() || faults.busy() ? Optional.empty() : Optional.of(appliance.deploy(body, false));
    }

    private boolean working() {
        return running != null || !queue.isEmpty();
    }

    private void work() {
        while (true) {
            Task task = next();
            if (task == null) {
                return;
            }
            LockSupport.parkNanos(faults.taskTime().toNanos());
            if (!waitToFinish(task)) {
                continue;
            }
            JsonObject result = appliance.deploy(task.body, false);
            finish(task, result);
            idle();
        }
    }

    private synchronized Task next() {
        while (queue.isEmpty() && !closed) {
            await();
        }
        running = closed ? null : queue.removeFirst();
        return running;
    }

    /** Whether the task is still to be made: it may never be, or be cancelled meanwhile. */
    private synchronized boolean waitToFinish(Task task) {
        while (faults.neverFinish() && !task.cancelled && !closed) {
            await();
        }
        if (task.cancelled || closed) {
            running = null;
            return false;
        }
        return true;
    }

    @SuppressWarnings("WaitNotInLoop") // the loops are where it is called
    private void await() {
        try {
            wait(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private synchronized void finish(Task task, JsonObject result) {
        task.result = result;
        if (faults.loseRecords()) {
            tasks.remove(task);
        }
        List<Task> finished = tasks.stream().filter(each -> each.result != null).toList();
        tasks.removeAll(finished.subList(Math.min(MAX_FINISHED, finished.size()), finished.size()));
    }

    private synchronized void idle() {
        running = null;
    }

    /** A restart of AS3's process: what was not finished is cancelled. */
    synchronized void restart() {
        queue.clear();
        tasks.stream().filter(task -> task.result == null).forEach(task -> task.cancelled = true);
        notifyAll();
    }

    /** What is said of a task; nothing where it is not known. */
    synchronized Optional<JsonObject> record(String id) {
        return tasks.stream().filter(task -> task.id.equals(id)).findFirst().map(Tasks::record);
    }

    synchronized List<JsonObject> records() {
        return new ArrayList<>(tasks.stream().map(Tasks::record).toList());
    }

    static JsonObject accepted(String id) {
        return record(
                id,
                Json.createArrayBuilder()
                        .add(waiting("Declaration successfully submitted"))
                        .build());
    }

    private static JsonObject record(Task task) {
        if (task.result == null) {
            String message = task.cancelled ? "task cancelled" : "in progress";
            return record(
                    task.id, Json.createArrayBuilder().add(waiting(message)).build());
        }
        JsonArray results = task.result.getJsonArray("results");
        return record(
                task.id,
                results == null ? Json.createArrayBuilder().add(task.result).build() : results);
    }

    private static JsonObject waiting(String message) {
        return Doc.object()
                .add("message", message)
                .add("tenant", "")
                .add("host", "")
                .add("runTime", 0)
                .add("code", 0)
                .build();
    }

    private static JsonObject record(String id, JsonArray results) {
        return Doc.object()
                .add("id", id)
                .add("results", results)
                .add("declaration", Doc.object())
                .add("selfLink", "https://localhost/mgmt/shared/appsvcs/task/" + id)
                .build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
