package io.lbaas.driver.haproxy.config;

import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolProtocol;
import java.util.ArrayList;
import java.util.List;

/** Renders a member: name, address, weight, what else there is, and at the end whether it is disabled. */
final class ServerRenderer {
    private ServerRenderer() {}

    /** @param tls how TLS is spoken with the member, nothing where it is not */
    static void render(ConfigWriter.Section backend, Pool pool, List<Word> tls, Member member) {
        MemberSpec spec = member.spec();
        List<Word> words = new ArrayList<>();
        words.add(Word.id(member.id()));
        words.add(Word.endpoint(spec.address(), spec.protocolPort()));
        words.add(Word.literal("weight"));
        words.add(Word.number(spec.weight()));
        if (spec.backup()) {
            words.add(Word.literal("backup"));
        }
        if (pool.spec().protocol() == PoolProtocol.PROXY) {
            words.add(Word.literal("send-proxy"));
        } else if (pool.spec().protocol() == PoolProtocol.PROXYV2) {
            words.add(Word.literal("send-proxy-v2"));
        }
        words.addAll(tls);
        if (KnownStatus.monitored(pool)) {
            check(words, pool.healthMonitor().spec(), spec, tls.isEmpty());
        }
        if (!spec.adminStateUp()) {
            words.add(Word.literal("disabled"));
        }
        backend.add(new ObjectRef(ObjectType.MEMBER, member.id()), "server", words);
    }

    private static void check(List<Word> words, HealthMonitorSpec monitor, MemberSpec member, boolean clear) {
        words.add(Word.literal("check"));
        words.add(Word.literal("inter"));
        words.add(Word.seconds(monitor.delay()));
        words.add(Word.literal("fall"));
        words.add(Word.number(monitor.maxRetriesDown()));
        words.add(Word.literal("rise"));
        words.add(Word.number(monitor.maxRetries()));
        if (monitor.type() == MonitorType.HTTPS) {
            words.add(Word.literal("check-ssl"));
        }
        if (monitor.type() == MonitorType.HTTPS && clear) {
            words.add(Word.literal("verify"));
            words.add(Word.literal("none"));
        }
        if (monitor.type() == MonitorType.TLS_HELLO && !clear) {
            // The check says hello itself.
            words.add(Word.literal("no-check-ssl"));
        }
        if (member.monitorAddress() != null) {
            words.add(Word.literal("addr"));
            words.add(Word.address(member.monitorAddress()));
        }
        if (member.monitorPort() != null) {
            words.add(Word.literal("port"));
            words.add(Word.number(member.monitorPort()));
        }
    }
}
