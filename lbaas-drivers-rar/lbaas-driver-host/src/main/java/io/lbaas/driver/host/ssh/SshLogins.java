package io.lbaas.driver.host.ssh;

import io.lbaas.driver.host.HostException;
import io.lbaas.driver.spi.FailureKind;
import java.io.Closeable;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.future.CancelOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/** Logs in to hosts, with keys only, and only where the host shows a key that was pinned for it. */
final class SshLogins implements Closeable {
    /** The client tells of every login; held here, because loggers that nobody holds forget their level. */
    private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.sshd");

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
    private static final int UNANSWERED = 3;
    private static final AttributeKey<Attempt> ATTEMPT = new AttributeKey<>();

    private final SshClient client;

    SshLogins() {
        CLIENT_LOG.setLevel(Level.WARNING);
        client = ClientBuilder.builder()
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .serverKeyVerifier((session, address, key) -> verify(session, key))
                .build();
        // Nothing of the account that the agent runs under: neither its keys nor its ways to log in.
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, KEEP_ALIVE);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, UNANSWERED);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        client.addSessionListener(new PinnedFirst());
        client.start();
    }

    /** One try to log in. It is kept apart from the session, which forgets when it closes. */
    private static final class Attempt {
        private final SshTarget target;
        private volatile PublicKey refused;

        Attempt(SshTarget target) {
            this.target = target;
        }

        static Attempt of(Session session) {
            return ((ClientSession) session).getConnectionContext().getAttribute(ATTEMPT);
        }
    }

    private static boolean verify(ClientSession session, PublicKey shown) {
        Attempt attempt = Attempt.of(session);
        boolean pinned = attempt.target.hostKeys().stream().anyMatch(key -> KeyUtils.compareKeys(key, shown));
        if (!pinned) {
            attempt.refused = shown;
        }
        return pinned;
    }

    /** A host has keys of several types; it is to show one of those that were pinned. */
    private static final class PinnedFirst implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            List<String> types = Attempt.of(session).target.hostKeys().stream()
                    .map(KeyUtils::getKeyType)
                    .toList();
            List<NamedFactory<Signature>> factories = session.getSignatureFactories().stream()
                    .sorted(Comparator.comparing(
                            factory -> !types.contains(KeyUtils.getCanonicalKeyType(factory.getName()))))
                    .toList();
            session.setSignatureFactories(factories);
        }
    }

    /** Logs in before the deadline. */
    ClientSession login(SshTarget target, Instant deadline) throws IOException {
        Attempt attempt = new Attempt(target);
        ClientSession session;
        try {
            session = client.connect(
                            target.user(),
                            target.host(),
                            target.port(),
                            AttributeRepository.ofKeyValuePair(ATTEMPT, attempt),
                            null)
                    .verify(SshConnection.left(deadline), CancelOption.CANCEL_ON_TIMEOUT)
                    .getSession();
        } catch (IOException e) {
            throw new HostException(FailureKind.UNREACHABLE, target.name() + " cannot be reached by SSH", e);
        }
        target.identities().forEach(session::addPublicKeyIdentity);
        try {
            session.auth().verify(SshConnection.left(deadline));
            return session;
        } catch (IOException e) {
            HostException failure = refusal(attempt, e);
            session.close(true);
            throw failure;
        }
    }

    private static HostException refusal(Attempt attempt, IOException cause) {
        SshTarget target = attempt.target;
        PublicKey shown = attempt.refused;
        if (shown != null) {
            return new HostException(
                    FailureKind.AUTH,
                    target.name() + " shows the host key " + PublicKeyEntry.toString(shown) + ", which is not pinned",
                    cause);
        }
        if (nothingMoreToTry(cause)) {
            return new HostException(
                    FailureKind.AUTH,
                    target.name() + " does not let " + target.user() + " in with the private key",
                    cause);
        }
        return new HostException(FailureKind.UNREACHABLE, target.name() + " does not answer by SSH", cause);
    }

    private static boolean nothingMoreToTry(Throwable failure) {
        return failure != null
                && ((failure instanceof SshException ssh
                                && ssh.getDisconnectCode()
                                        == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE)
                        || nothingMoreToTry(failure.getCause()));
    }

    @Override
    public void close() {
        client.stop();
    }
}
