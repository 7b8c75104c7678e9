package io.lbaas.driver.contract;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** HTTP servers on this host, as simulated devices answer by. They are not started yet; port 0 is any free one. */
public final class LoopbackServer {
    static {
        // Otherwise each answer waits for an acknowledgement that the other side delays.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private LoopbackServer() {}

    /** One that speaks without TLS. */
    public static HttpServer plain(int port) {
        try {
            return HttpServer.create(address(port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that speaks TLS with that certificate. */
    public static HttpServer secure(int port, TestAuthority.Issued identity) {
        try {
            HttpsServer server = HttpsServer.create(address(port), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(identity)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext context(TestAuthority.Issued identity) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("site", identity.privateKey(), new char[0], new Certificate[] {identity.certificate()});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Where a server of these is reached. */
    public static String url(HttpServer server) {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }
}
