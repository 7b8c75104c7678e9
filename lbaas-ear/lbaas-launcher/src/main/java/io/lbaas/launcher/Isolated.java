package io.lbaas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs code whose libraries must not be seen by the applications. What is on the system class path is a parent of every
 * class loader of Payara Micro and would win over the libraries in an archive, so only the launcher itself, the boot
 * classes of Micro and the database driver are there.
 */
public final class Isolated {
    private Isolated() {}

    /** Code and the exceptions that it throws. */
    @FunctionalInterface
    public interface Action<R, X extends Exception> {
        R run() throws X;
    }

    /** Loads the function anew beside the given jars and applies it; only JDK types cross the border. */
    @SuppressWarnings("unchecked")
    public static <T, R> R apply(List<Path> jars, Class<? extends Function<T, R>> type, T argument) {
        List<Path> all = new ArrayList<>(jars);
        all.add(Installation.launcherJar());
        try (URLClassLoader loader = loader(all)) {
            return within(loader, () -> {
                Object function = loader.loadClass(type.getName())
                        .getDeclaredConstructor()
                        .newInstance();
                return ((Function<T, R>) function).apply(argument);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static URLClassLoader loader(List<Path> jars) {
        return new URLClassLoader(
                jars.stream().map(Isolated::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Runs with the loader as context class loader, where libraries look for their services. */
    public static <R, X extends Exception> R within(ClassLoader loader, Action<R, X> action) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
