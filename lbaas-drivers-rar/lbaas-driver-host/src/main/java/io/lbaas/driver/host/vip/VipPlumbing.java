package io.lbaas.driver.host.vip;

import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the addresses of an interface as load balancers need them: adds what is missing, with a word to the neighbours, and
 * removes what nobody needs any more. Does nothing where the device is not to be plumbed.
 */
public final class VipPlumbing {
    private static final Path NOWHERE = Path.of("/dev/null");

    private final Host host;
    private final VipSettings settings;

    public VipPlumbing(Host host, VipSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    public boolean active() {
        return settings.mode() == VipSettings.Mode.INTERFACE;
    }

    /**
     * Adds addresses that the interface does not have, for servers that cannot bind them before it has.
     *
     * @return those that it still does not have, with the host's words
     */
    public Map<InetAddress, String> add(Set<InetAddress> needed, Instant deadline)
            throws IOException, InterruptedException {
        Map<InetAddress, String> failures = new HashMap<>();
        if (active() && !needed.isEmpty()) {
            announce(add(needed, list(deadline), failures, deadline));
        }
        return failures;
    }

    /**
     * Makes the interface have all that is needed, and of ours nothing else. An address that several load balancers need
     * is there once, and for as long as one does.
     *
     * @param needed by all load balancers of the device
     * @param again those that the neighbours are told of even if they were there before
     * @return those that it does not have, with the host's words
     */
    public Map<InetAddress, String> make(Set<InetAddress> needed, Set<InetAddress> again, Instant deadline)
            throws IOException, InterruptedException {
        Map<InetAddress, String> failures = new HashMap<>();
        if (active()) {
            Set<InetAddress> news = make(needed, failures, deadline);
            news.addAll(again);
            news.removeAll(failures.keySet());
            announce(news);
        }
        return failures;
    }

    /**
     * The same without a word to the neighbours, for a host that was started again: the addresses may have gone elsewhere
     * meanwhile, and who still looks for them here needs no word.
     */
    public Map<InetAddress, String> restore(Set<InetAddress> needed, Instant deadline)
            throws IOException, InterruptedException {
        Map<InetAddress, String> failures = new HashMap<>();
        if (active()) {
            make(needed, failures, deadline);
        }
        return failures;
    }

    /** Takes away those of ours among these. */
    public void remove(Set<InetAddress> unwanted, Instant deadline) throws IOException, InterruptedException {
        if (active() && !unwanted.isEmpty()) {
            for (InterfaceAddress address : list(deadline)) {
                if (unwanted.contains(address.address())) {
                    remove(address, deadline);
                }
            }
        }
    }

    /** Those that were added are returned. */
    private Set<InetAddress> make(Set<InetAddress> needed, Map<InetAddress, String> failures, Instant deadline)
            throws IOException, InterruptedException {
        List<InterfaceAddress> present = list(deadline);
        Set<InetAddress> added = add(needed, present, failures, deadline);
        for (InterfaceAddress address : present) {
            if (!needed.contains(address.address())) {
                remove(address, deadline);
            }
        }
        return added;
    }

    /** Nothing happens to what is not ours. */
    private void remove(InterfaceAddress address, Instant deadline) throws IOException, InterruptedException {
        if (address.marked(settings.mark())) {
            command(deadline, "ip", "address", "del", prefix(address.address()), "dev", name());
        }
    }

    /** The addresses of these that the interface does not have. */
    public Set<InetAddress> missing(Set<InetAddress> needed, Instant deadline)
            throws IOException, InterruptedException {
        Set<InetAddress> missing = new HashSet<>(active() ? needed : Set.of());
        if (!missing.isEmpty()) {
            list(deadline).forEach(present -> missing.remove(present.address()));
        }
        return missing;
    }

    /** Finds what the host lacks for it: the interface, a program, or the rights of the user. */
    public VipReport check(Instant deadline) throws IOException, InterruptedException {
        return active() ? new VipCheck(host, settings).report(show(deadline), deadline) : VipReport.GOOD;
    }

    private Set<InetAddress> add(
            Set<InetAddress> needed,
            List<InterfaceAddress> present,
            Map<InetAddress, String> failures,
            Instant deadline)
            throws IOException, InterruptedException {
        Set<InetAddress> added = new HashSet<>();
        Set<InetAddress> missing = new HashSet<>(needed);
        present.forEach(address -> missing.remove(address.address()));
        String mark = Integer.toString(settings.mark());
        for (InetAddress address : missing) {
            List<String> words =
                    new ArrayList<>(List.of("ip", "address", "add", prefix(address), "dev", name(), "metric", mark));
            if (address instanceof Inet6Address) {
                // It may still be on the device that it is moved from.
                words.add("nodad");
            }
            Host.Ended ended = command(deadline, words.toArray(String[]::new));
            if (ended.exit() != 0) {
                failures.put(address, ended.output().strip());
            } else {
                added.add(address);
            }
        }
        return added;
    }

    /** Tells the neighbours where addresses are now; nobody waits for it. */
    private void announce(Set<InetAddress> addresses) throws IOException {
        for (InetAddress address : addresses) {
            String text = address.getHostAddress();
            host.start(
                    address instanceof Inet6Address
                            ? words("ndptool", "-t", "na", "-U", "-i", name(), "-T", text, "send")
                            : words("arping", "-U", "-c", "3", "-I", name(), text),
                    NOWHERE);
        }
    }

    private List<InterfaceAddress> list(Instant deadline) throws IOException, InterruptedException {
        Host.Ended ended = show(deadline);
        if (ended.exit() != 0) {
            throw new IOException("The addresses of " + name() + " cannot be read: "
                    + ended.output().strip());
        }
        return InterfaceAddress.parse(ended.output());
    }

    private Host.Ended show(Instant deadline) throws IOException, InterruptedException {
        return host.run(List.of("ip", "-oneline", "address", "show", "dev", name()), deadline);
    }

    private Host.Ended command(Instant deadline, String... words) throws IOException, InterruptedException {
        return host.run(words(words), deadline);
    }

    private List<String> words(String... words) {
        List<String> command = new ArrayList<>(settings.sudo() ? List.of("sudo", "-n") : List.of());
        command.addAll(List.of(words));
        return command;
    }

    private String name() {
        return settings.interfaceName();
    }

    /** The address alone, without a network around it. */
    private static String prefix(InetAddress address) {
        return address.getHostAddress() + (address instanceof Inet6Address ? "/128" : "/32");
    }
}
