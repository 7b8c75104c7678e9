package io.lbaas.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What has been started, so that it can be stopped in the opposite order, once. */
public final class Shutdown {
    /** A part that cannot stop must not keep the others from stopping. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Console console;
    private boolean stopped;

    public Shutdown(Console console) {
        this.console = console;
    }

    /** Adds a part before it is started, so that a start that is interrupted is undone as well. */
    public synchronized void add(String name, AutoCloseable part) {
        if (stopped) {
            throw new IllegalStateException("Stopping; " + name + " is not started any more");
        }
        steps.push(new Step(name, part));
    }

    public synchronized void run() {
        stopped = true;
        while (!steps.isEmpty()) {
            stop(steps.pop());
        }
    }

    private void stop(Step step) {
        FutureTask<Void> stopping = new FutureTask<>(step::close);
        daemon(stopping);
        try {
            stopping.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            console.error(step.name + " did not stop cleanly: " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            console.error(step.name + " did not stop within " + Console.seconds(PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "lbaas-shutdown-step");
        thread.setDaemon(true);
        thread.start();
    }

    private record Step(String name, AutoCloseable part) {
        Void close() throws Exception {
            part.close();
            return null;
        }
    }
}
