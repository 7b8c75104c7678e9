package io.lbaas.driver.nginx.config;

import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** Renders a pool. */
final class UpstreamRenderer {
    /** What the state of members takes in memory that workers share, generously. */
    private static final int KILOBYTES = 64;

    private static final int KILOBYTES_PER_MEMBER = 4;

    /** A hash has 160 points for each unit of weight, in memory. */
    private static final int MOST_HASH_WEIGHT = 32;

    private UpstreamRenderer() {}

    /** What servers call a pool. */
    static Word name(Pool pool) {
        return Word.literal("pool_" + pool.id());
    }

    /** Whether there is a member to send traffic to: nginx takes no upstream without. */
    static boolean serves(Pool pool) {
        return pool.members().stream().map(Member::spec).anyMatch(UpstreamRenderer::serves);
    }

    private static boolean serves(MemberSpec member) {
        return member.adminStateUp() && member.weight() > 0;
    }

    static void render(ConfigWriter.Block top, Pool pool) {
        ConfigWriter.Block block = top.of(new ObjectRef(ObjectType.POOL, pool.id()));
        block.block("upstream", List.of(name(pool)), upstream -> {
            long size = KILOBYTES + (long) KILOBYTES_PER_MEMBER * pool.members().size();
            upstream.add("zone", Word.literal(top.context().directive() + "_" + pool.id()), Word.kilobytes(size));
            Balance balance = Balance.of(pool.spec());
            balance.render(upstream);
            // Backup members stand by for others; where there are no others they are the members.
            boolean primaries =
                    pool.members().stream().map(Member::spec).anyMatch(member -> serves(member) && !member.backup());
            int heaviest = pool.members().stream()
                    .mapToInt(member -> member.spec().weight())
                    .max()
                    .orElse(1);
            int divisor = balance.hashes() ? (heaviest + MOST_HASH_WEIGHT - 1) / MOST_HASH_WEIGHT : 1;
            pool.members().forEach(member -> server(upstream, member, divisor, primaries));
        });
    }

    private static void server(ConfigWriter.Block upstream, Member member, int divisor, boolean primaries) {
        MemberSpec spec = member.spec();
        List<Word> words = new ArrayList<>();
        words.add(Word.endpoint(spec.address(), spec.protocolPort()));
        words.add(Word.parameter("weight", Word.number(Math.max(1, (spec.weight() + divisor - 1) / divisor))));
        if (spec.backup() && primaries) {
            words.add(Word.literal("backup"));
        }
        if (!serves(spec)) {
            words.add(Word.literal("down"));
        }
        upstream.of(new ObjectRef(ObjectType.MEMBER, member.id())).add("server", words);
    }
}
