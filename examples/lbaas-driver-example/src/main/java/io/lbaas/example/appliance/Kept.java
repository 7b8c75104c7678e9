package io.lbaas.example.appliance;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the appliance was told of one load balancer.
 *
 * @param digest as it was told; empty where nothing but the generation of a removal is kept
 */
record Kept(long generation, String digest, List<String> lines) {
    static final Kept NOTHING = new Kept(0, "", List.of());

    boolean present() {
        return !digest.isEmpty();
    }

    /** Whether a generation comes too late. */
    boolean outruns(long other, boolean removal) {
        return other < generation || (other == generation && generation > 0 && !present() && !removal);
    }

    /** Where clients connect and whom they reach, of the listeners and members that are up. */
    Map<InetSocketAddress, List<InetSocketAddress>> forwards() {
        Map<InetSocketAddress, List<InetSocketAddress>> forwards = new HashMap<>();
        for (String[] listener : words("listener")) {
            List<InetSocketAddress> members = words("member").stream()
                    .filter(member -> member[2].equals(listener[2]))
                    .map(Kept::endpoint)
                    .toList();
            forwards.put(endpoint(listener), members);
        }
        return forwards;
    }

    private List<String[]> words(String kind) {
        return lines.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(kind) && words[5].equals("up"))
                .toList();
    }

    private static InetSocketAddress endpoint(String... words) {
        return new InetSocketAddress(words[3], Integer.parseInt(words[4]));
    }
}
