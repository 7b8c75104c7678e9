package io.lbaas.launcher.server;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.OpenURLClassLoader;
import io.lbaas.launcher.Installation;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Payara Micro from modules that the build has unpacked. Its own launcher reads them as jars within a jar, which costs a
 * fifth of a start, or unpacks them anew at each start.
 */
final class MicroClassLoader extends OpenURLClassLoader {
    /** Where Micro looks for modules that are unpacked, as its own launcher would have set it. */
    private static final String UNPACKED = "fish.payara.micro.UnpackDir";

    private static final String MICRO = "fish.payara.micro.impl.PayaraMicroImpl";

    private MicroClassLoader(URL[] urls) {
        super(urls);
    }

    static MicroClassLoader of(Path modules) {
        System.setProperty(UNPACKED, modules.toString());
        // The directory itself is for its resource adapters, which are looked up as resources.
        return new MicroClassLoader(Stream.concat(Stream.of(modules), Installation.jars(modules).stream())
                .map(MicroClassLoader::url)
                .toArray(URL[]::new));
    }

    PayaraMicroBoot boot() throws ReflectiveOperationException {
        return (PayaraMicroBoot) loadClass(MICRO).getMethod("getInstance").invoke(null);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
