package io.lbaas.test.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.keystone.ServiceSession;
import io.lbaas.message.Command;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.LoadBalancers;
import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.service.TreeTransaction;
import io.lbaas.test.harness.BrokerTool;
import io.lbaas.tls.bundle.TlsSummary;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.TransactionManager;
import java.io.File;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server, beside the plugin. */
@ExtendWith({PluginNode.class, ArquillianExtension.class})
class TransactionTest {
    private static final String COMMANDS = "lbaas.commands";
    private static final String PREPARED_IN_THE_DATABASE = "SELECT count(*) FROM pg_prepared_xacts";
    private static final Caller CALLER = new Caller("tester", "project", "req-" + UUID.randomUUID());

    /** What the services of the API call, each time in a transaction of its own. */
    @EJB
    private TreeTransaction plugin;

    @EJB
    private Networks networks;

    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager transactions;

    private BrokerTool broker;

    @Deployment
    static WebArchive plugin() {
        return ShrinkWrap.create(WebArchive.class, "transaction-test.war")
                .addAsLibraries(
                        jarOf(LoadBalancers.class),
                        jarOf(Command.class),
                        jarOf(TlsSummary.class),
                        jarOf(ServiceSession.class),
                        jarOf(X509CertificateHolder.class),
                        jarOf(ASN1Object.class),
                        jarOf(LoadBalancerDriver.class),
                        jarOf(Assertions.class))
                .addClasses(PluginNode.class, PreparedProbe.class, BrokerTool.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @BeforeEach
    void keepTheCommandsInTheQueue() {
        broker = PluginNode.broker();
        broker.pauseConsumers(COMMANDS);
        assertThat(broker.messages(COMMANDS)).isZero();
    }

    @AfterEach
    void letThemGo() {
        broker.resume(COMMANDS);
    }

    @Test
    void aRollBackAfterTheSendLeavesNeitherRowNorMessage() throws Exception {
        transactions.begin();
        UUID id = create();
        transactions.rollback();

        assertThat(count("SELECT count(*) FROM load_balancer WHERE id = '" + id + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM operation WHERE load_balancer_id = '" + id + "'"))
                .isZero();
        assertThat(broker.messages(COMMANDS)).isZero();
    }

    @Test
    void aCommitLeavesTheRowAndTheMessage() throws Exception {
        transactions.begin();
        UUID id = create();
        transactions.commit();

        assertThat(count("SELECT count(*) FROM load_balancer WHERE id = '" + id + "'"))
                .isOne();
        assertThat(broker.messages(COMMANDS)).isOne();
    }

    @Test
    void bothResourcesArePreparedBeforeEitherCommits() throws Exception {
        PreparedProbe<List<Boolean>> probe = new PreparedProbe<>(
                () -> List.of(count(PREPARED_IN_THE_DATABASE) == 1, broker.hasPreparedTransactions()));
        transactions.begin();
        create();
        transactions.getTransaction().enlistResource(probe);
        transactions.commit();

        assertThat(probe.seen()).containsExactly(true, true);
        assertThat(count(PREPARED_IN_THE_DATABASE)).isZero();
        assertThat(broker.hasPreparedTransactions()).isFalse();
    }

    private UUID create() {
        UUID subnet = networks.subnets(null).get(0).id();
        View.Tree created = plugin.plant(
                CALLER,
                new LoadBalancers.Create(
                        CALLER.projectId(),
                        new Labels("in a transaction", "", List.of()),
                        new LoadBalancerSpec(true),
                        new LoadBalancers.VipRequest(subnet, null, null, null),
                        "noop",
                        null,
                        null,
                        List.of(),
                        List.of()));
        return created.root().state().id();
    }

    /** Outside of the transaction under test, on a connection of its own. */
    private long count(String sql) {
        try (Connection connection = PluginNode.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
