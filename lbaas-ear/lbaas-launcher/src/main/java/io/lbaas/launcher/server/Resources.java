package io.lbaas.launcher.server;

import io.lbaas.launcher.Installation;
import java.util.List;

/**
 * The resources that the application looks up. Addresses and passwords are references to system properties, which the
 * server resolves when it uses them, so that they appear neither in its configuration file nor in its log.
 */
final class Resources {
    private static final String RESOURCE_ADAPTER = "imqjmsra";
    private static final List<String> QUEUES = List.of("commands", "results", "periodic", "dead-letters");
    private static final String TOPIC = "closures";

    private Resources() {}

    static AdminCommands messaging() {
        String login =
                ":UserName=" + reference("lbaas.broker.user") + ":Password=" + reference("lbaas.broker.password");
        String address = reference("lbaas.broker.address");
        AdminCommands commands = new AdminCommands()
                .add(
                        "create-resource-adapter-config",
                        "--property",
                        "ConnectionURL=" + address + login,
                        RESOURCE_ADAPTER)
                .add(
                        "deploy",
                        "--name",
                        RESOURCE_ADAPTER,
                        "--properties",
                        "implicitCdiEnabled=false",
                        Installation.jmsResourceAdapter().toString())
                .add(
                        "create-connector-connection-pool",
                        "--raname",
                        RESOURCE_ADAPTER,
                        "--connectiondefinition",
                        "jakarta.jms.ConnectionFactory",
                        "--transactionsupport",
                        "XATransaction",
                        "--steadypoolsize",
                        "4",
                        "--maxpoolsize",
                        "128",
                        "--maxwait",
                        "5000",
                        "--property",
                        "AddressList=" + address + login,
                        "lbaas-jms")
                .add("create-connector-resource", "--poolname", "lbaas-jms", "jms/lbaas/connection-factory");
        QUEUES.forEach(queue -> addDestination(commands, "jakarta.jms.Queue", queue));
        addDestination(commands, "jakarta.jms.Topic", TOPIC);
        return commands;
    }

    private static void addDestination(AdminCommands commands, String type, String name) {
        commands.add(
                "create-admin-object",
                "--raname",
                RESOURCE_ADAPTER,
                "--restype",
                type,
                "--property",
                "Name=" + physicalName(name),
                "jms/lbaas/" + name);
    }

    /**
     * Connections are validated when they are taken, because a database restart leaves dead ones in the pool. Strings go
     * untyped, because the persistence provider binds every null as a string, whatever the type of its column.
     */
    static AdminCommands database() {
        return new AdminCommands()
                .add(
                        "create-jdbc-connection-pool",
                        "--datasourceclassname",
                        "org.postgresql.xa.PGXADataSource",
                        "--restype",
                        "javax.sql.XADataSource",
                        "--steadypoolsize",
                        "4",
                        "--maxpoolsize",
                        "64",
                        "--maxwait",
                        "5000",
                        "--isconnectvalidatereq=true",
                        "--validationmethod",
                        "custom-validation",
                        "--validationclassname",
                        "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
                        "--validateatmostonceperiod",
                        "5",
                        "--property",
                        "url=" + reference("lbaas.db.url") + ":user=" + reference("lbaas.db.user") + ":password="
                                + reference("lbaas.db.password")
                                + ":stringType=unspecified:connectTimeout=5:tcpKeepAlive=true",
                        "lbaas-db")
                .add("create-jdbc-resource", "--connectionpoolid", "lbaas-db", "jdbc/lbaas");
    }

    /** OpenMQ takes only what could be a Java name. */
    private static String physicalName(String name) {
        return "lbaas." + name.replace('-', '_');
    }

    private static String reference(String key) {
        return "${MPCONFIG\\=" + key + "}";
    }
}
