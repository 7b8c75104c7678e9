package io.lbaas.driver.spi;

import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a driver can do, so that the plugin can refuse the rest before anything is written.
 *
 * @param profileKeys what flavors and availability zones of this provider can say, null for those of the scheduler alone
 * @param deviceKeys what the driver can be told of a device, null where it does not say
 * @param reportsOperatingStatus false where nothing real is behind the driver, so that status stays OFFLINE
 */
public record Capabilities(
        Set<ListenerProtocol> listenerProtocols,
        Set<PoolProtocol> poolProtocols,
        Set<Algorithm> algorithms,
        Set<PersistenceType> persistenceTypes,
        Set<MonitorType> monitorTypes,
        L7 l7,
        TlsSupport tls,
        boolean reportsOperatingStatus,
        ProfileKeys profileKeys,
        DeviceKeys deviceKeys) {

    /**
     * What a driver can do with the content of requests.
     *
     * @param listenerProtocols the listeners that can have L7 policies
     */
    public record L7(
            Set<ListenerProtocol> listenerProtocols,
            Set<L7Action> actions,
            Set<L7RuleType> ruleTypes,
            Set<L7CompareType> compareTypes) {

        /** No L7 policies at all. */
        public static final L7 NONE = new L7(Set.of(), Set.of(), Set.of(), Set.of());

        public L7 {
            listenerProtocols = Set.copyOf(listenerProtocols);
            actions = Set.copyOf(actions);
            ruleTypes = Set.copyOf(ruleTypes);
            compareTypes = Set.copyOf(compareTypes);
        }
    }

    /** What a former version stored says nothing of L7 policies and TLS. */
    public Capabilities {
        l7 = l7 == null ? L7.NONE : l7;
        tls = tls == null ? TlsSupport.NONE : tls;
        listenerProtocols = Set.copyOf(listenerProtocols);
        poolProtocols = Set.copyOf(poolProtocols);
        algorithms = Set.copyOf(algorithms);
        persistenceTypes = Set.copyOf(persistenceTypes);
        monitorTypes = Set.copyOf(monitorTypes);
        profileKeys = profileKeys == null ? ProfileKeys.OF_THE_SCHEDULER : profileKeys;
        deviceKeys = deviceKeys == null ? DeviceKeys.UNDECLARED : deviceKeys;
    }

    /** Capabilities of a driver that adds no keys of its own to profiles. */
    public Capabilities(
            Set<ListenerProtocol> listenerProtocols,
            Set<PoolProtocol> poolProtocols,
            Set<Algorithm> algorithms,
            Set<PersistenceType> persistenceTypes,
            Set<MonitorType> monitorTypes,
            L7 l7,
            TlsSupport tls,
            boolean reportsOperatingStatus) {
        this(
                listenerProtocols,
                poolProtocols,
                algorithms,
                persistenceTypes,
                monitorTypes,
                l7,
                tls,
                reportsOperatingStatus,
                ProfileKeys.OF_THE_SCHEDULER,
                DeviceKeys.UNDECLARED);
    }

    /** The same of a driver that says what it can be told of a device. */
    public Capabilities with(DeviceKeys keys) {
        return new Capabilities(
                listenerProtocols,
                poolProtocols,
                algorithms,
                persistenceTypes,
                monitorTypes,
                l7,
                tls,
                reportsOperatingStatus,
                profileKeys,
                keys);
    }

    /** The same of a driver that adds keys of its own to profiles. */
    public Capabilities with(ProfileKeys keys) {
        return new Capabilities(
                listenerProtocols,
                poolProtocols,
                algorithms,
                persistenceTypes,
                monitorTypes,
                l7,
                tls,
                reportsOperatingStatus,
                keys,
                deviceKeys);
    }

    /** What of a tree is beyond these capabilities, by object. */
    public ValidationReport check(DesiredLoadBalancer desired) {
        Map<ObjectRef, String> problems = new LinkedHashMap<>();
        for (DesiredLoadBalancer.Listener listener : desired.listeners()) {
            require(listenerProtocols, listener.spec().protocol(), ObjectType.LISTENER, listener.id(), problems);
            listener.l7Policies().forEach(policy -> check(listener.spec().protocol(), policy, problems));
            tls.lacking(listener.spec().tls())
                    .forEach(lack -> problem(lack, ObjectType.LISTENER, listener.id(), problems));
        }
        for (DesiredLoadBalancer.Pool pool : desired.pools()) {
            require(poolProtocols, pool.spec().protocol(), ObjectType.POOL, pool.id(), problems);
            tls.lacking(pool.spec().tls()).forEach(lack -> problem(lack, ObjectType.POOL, pool.id(), problems));
            require(algorithms, pool.spec().lbAlgorithm(), ObjectType.POOL, pool.id(), problems);
            if (pool.spec().sessionPersistence() != null) {
                PersistenceType type = pool.spec().sessionPersistence().type();
                require(persistenceTypes, type, ObjectType.POOL, pool.id(), problems);
            }
            if (pool.healthMonitor() != null) {
                MonitorType type = pool.healthMonitor().spec().type();
                require(
                        monitorTypes,
                        type,
                        ObjectType.HEALTH_MONITOR,
                        pool.healthMonitor().id(),
                        problems);
            }
        }
        return new ValidationReport(problems);
    }

    private void check(
            ListenerProtocol protocol, DesiredLoadBalancer.L7Policy policy, Map<ObjectRef, String> problems) {
        require(l7.listenerProtocols(), protocol, ObjectType.L7_POLICY, policy.id(), problems);
        require(l7.actions(), policy.spec().action(), ObjectType.L7_POLICY, policy.id(), problems);
        for (DesiredLoadBalancer.L7Rule rule : policy.rules()) {
            require(l7.ruleTypes(), rule.spec().type(), ObjectType.L7_RULE, rule.id(), problems);
            require(l7.compareTypes(), rule.spec().compareType(), ObjectType.L7_RULE, rule.id(), problems);
        }
    }

    private static <T> void require(
            Set<T> supported, T wanted, ObjectType type, UUID id, Map<ObjectRef, String> problems) {
        if (!supported.contains(wanted)) {
            problem(wanted, type, id, problems);
        }
    }

    private static void problem(Object wanted, ObjectType type, UUID id, Map<ObjectRef, String> problems) {
        problems.merge(new ObjectRef(type, id), wanted + " is not supported", (one, two) -> one + "; " + two);
    }
}
