package io.lbaas.plugin.service;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.TlsContainers.Container;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.TlsContainer;
import io.lbaas.plugin.store.TlsContainerRows;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tls.Sealer;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.tls.bundle.TlsBundle;
import io.lbaas.tls.bundle.TlsSummary;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Changes of TLS containers, each in one transaction with the load balancers that use them. */
@Stateless
public class TlsVault {

    private static final Logger LOG = Logger.getLogger(TlsVault.class.getName());
    private static final String TITLE = "TLS container";

    @Inject
    private TlsContainerRows rows;

    @Inject
    private Trees trees;

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Sealer sealer;

    public Container add(String projectId, String name, TlsBundle bundle) {
        var container = new TlsContainer(UUID.randomUUID(), projectId, InstantColumn.now());
        fill(container, name, bundle);
        rows.add(container);
        return view(container);
    }

    public Container show(UUID id) {
        return view(get(id));
    }

    public List<Container> list(String projectId) {
        return rows.list(projectId).stream().map(this::view).toList();
    }

    /** Puts other material in and drives the load balancers that use it. */
    public Container replace(Caller caller, UUID id, String name, TlsBundle bundle) {
        Map<UUID, LoadBalancerTree> users = new TreeMap<>();
        lockUsers(get(id), users);
        TlsContainer container = rows.lock(id).orElseThrow(() -> notFound(id));
        // Whoever began to use it in between has committed by now.
        lockUsers(container, users);
        fill(container, name, bundle);
        container.updated(InstantColumn.now());
        users.values().forEach(tree -> transaction.renew(caller, tree, id));
        return view(container);
    }

    public void remove(UUID id) {
        TlsContainer container = rows.lock(id).orElseThrow(() -> notFound(id));
        if (!rows.users(container).isEmpty()) {
            throw Fault.inUse(TITLE, id);
        }
        rows.remove(container);
    }

    /** Load balancers before containers, as every other change does. */
    private void lockUsers(TlsContainer container, Map<UUID, LoadBalancerTree> users) {
        for (UUID user : rows.users(container)) {
            if (!users.containsKey(user)) {
                trees.lock(user).ifPresent(tree -> users.put(user, tree));
            }
        }
    }

    private void fill(TlsContainer container, String name, TlsBundle bundle) {
        var material = bundle.material();
        String text = material.certificates() + material.privateKey() + material.revocations();
        TlsSummary summary = TlsSummary.of(bundle);
        container.fill(name, sealer.close(text, container.id()), summary);
        if (summary.expired(Instant.now())) {
            LOG.log(Level.WARNING, "TLS container {0} has expired", container.id());
        }
    }

    private Container view(TlsContainer container) {
        TlsSummary summary = container.summary();
        return new Container(
                container.id(),
                container.projectId(),
                container.name(),
                summary.purposes(),
                summary.subject(),
                summary.subjectAlternativeNames(),
                summary.notAfter(),
                summary.fingerprint(),
                rows.users(container),
                container.createdAt(),
                container.updatedAt());
    }

    private TlsContainer get(UUID id) {
        return rows.find(id).orElseThrow(() -> notFound(id));
    }

    private static Fault notFound(UUID id) {
        return Fault.notFound(TITLE, id);
    }
}
