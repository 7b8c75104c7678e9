package io.lbaas.test.transaction;

import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.test.harness.BrokerTool;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prepares the container that Arquillian starts: a second node beside the shared server, on the same database and
 * broker, as in a cluster.
 */
public final class PluginNode implements BeforeAllCallback {
    private static final String FACTS = "lbaas.test.facts";
    private static final String CONFIG = "set configs.config.server-config.";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (System.getProperty("lbaas.checkout") == null) {
            return; // Inside the container, which is there already.
        }
        LbaasServer server = SharedServer.of(context);
        Path directory = Files.createTempDirectory("lbaas-node");
        Path preBoot = Files.write(directory.resolve("pre-boot"), preBoot(directory));
        Path postBoot = Files.write(directory.resolve("post-boot"), postBoot(server));
        System.setProperty(
                "lbaas.test.micro",
                LbaasServer.installation().resolve("lib/payara-micro.jar").toString());
        System.setProperty(
                "lbaas.test.jvm",
                "-Dcom.sun.enterprise.connectors.inbound.ramid=imqjmsra -D%s=%s"
                        .formatted(FACTS, writeFacts(server, directory.resolve("facts"))));
        int port = Ports.free();
        System.setProperty("lbaas.test.port", Integer.toString(port));
        System.setProperty(
                "lbaas.test.options",
                "--nohazelcast --port %d --rootDir %s --addLibs %s --prebootcommandfile %s --postbootcommandfile %s"
                        .formatted(
                                port,
                                directory.resolve("root"),
                                LbaasServer.installation().resolve("lib/postgresql.jar"),
                                preBoot,
                                postBoot));
    }

    /** Inside the container: the tool of the broker that it is connected to. */
    static BrokerTool broker() {
        Properties facts = facts();
        return new BrokerTool(
                Path.of(facts.getProperty("openmq")),
                Integer.parseInt(facts.getProperty("port")),
                Path.of(facts.getProperty("passwords")));
    }

    /** Inside the container: a connection that takes no part in any of its transactions. */
    static Connection database() throws SQLException {
        return DriverManager.getConnection(facts().getProperty("database"));
    }

    private static Properties facts() {
        Properties facts = new Properties();
        try (var in = Files.newBufferedReader(Path.of(System.getProperty(FACTS)))) {
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    private static Path writeFacts(LbaasServer server, Path file) throws IOException {
        Properties facts = new Properties();
        BrokerTool broker = server.broker();
        facts.setProperty("openmq", broker.openMq().toString());
        facts.setProperty("port", Integer.toString(broker.port()));
        facts.setProperty("passwords", broker.passwordFile().toString());
        facts.setProperty(
                "database",
                "jdbc:postgresql://127.0.0.1:%d/lbaas?user=lbaas&password=%s"
                        .formatted(server.databasePort(), server.secret("database")));
        try (var out = Files.newBufferedWriter(file)) {
            facts.store(out, null);
        }
        return file;
    }

    private static List<String> preBoot(Path directory) {
        return List.of(
                CONFIG + "transaction-service.automatic-recovery=true",
                CONFIG + "transaction-service.tx-log-dir=" + directory.resolve("transactions"),
                CONFIG + "transaction-service.property.xa-servername=arquillian",
                CONFIG + "transaction-service.property.recover-txn-delay=3600",
                CONFIG + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1");
    }

    private static List<String> postBoot(LbaasServer server) {
        String broker =
                "mq\\://127.0.0.1\\:" + server.brokerPort() + "/:UserName=admin:Password=" + server.secret("broker");
        String database = "serverName=127.0.0.1:portNumber=" + server.databasePort()
                + ":databaseName=lbaas:user=lbaas:password=" + server.secret("database");
        return List.of(
                "create-resource-adapter-config --property ConnectionURL=" + broker + " imqjmsra",
                "deploy --name imqjmsra --properties implicitCdiEnabled=false "
                        + LbaasServer.installation().resolve("mq/lib/imqjmsra.rar"),
                "create-connector-connection-pool --raname imqjmsra --connectiondefinition"
                        + " jakarta.jms.ConnectionFactory --transactionsupport XATransaction --property AddressList="
                        + broker + " lbaas-jms",
                "create-connector-resource --poolname lbaas-jms jms/lbaas/connection-factory",
                queue("commands"),
                queue("results"),
                queue("periodic"),
                queue("dead-letters"),
                "create-admin-object --raname imqjmsra --restype jakarta.jms.Topic --property Name=lbaas.closures"
                        + " jms/lbaas/closures",
                "create-jdbc-connection-pool --datasourceclassname org.postgresql.xa.PGXADataSource --restype"
                        + " javax.sql.XADataSource --property " + database + " lbaas-db",
                "create-jdbc-resource --connectionpoolid lbaas-db jdbc/lbaas");
    }

    private static String queue(String name) {
        return "create-admin-object --raname imqjmsra --restype jakarta.jms.Queue --property Name=lbaas."
                + name.replace('-', '_')
                + " jms/lbaas/" + name;
    }
}
