#!/bin/sh
# Makes a Payara Server domain for LBaaS and deploys the EAR to it. Needs a database with the schema (./lbaas migrate)
# and these variables:
#   PAYARA_HOME        an unpacked Payara Server 6, the directory that holds bin/asadmin
#   POSTGRESQL_JAR     the PostgreSQL JDBC driver
#   LBAAS_EAR          the application
#   LBAAS_DB_URL       jdbc:postgresql://host:5432/lbaas
#   LBAAS_DB_USER, LBAAS_DB_PASSWORD
#   LBAAS_NODE         unique among the nodes that share the database, the same after every restart
# and takes these:
#   DOMAIN             name of the domain (lbaas)
#   PORT_BASE          ports are counted from here: admin +48, HTTP +80, OpenMQ +76 (18000)
#   HTTP_ADDRESS       where the API listens (127.0.0.1)
#   CREDENTIALS_FILE   where the administrator's credentials are written (in the domain's config directory)
set -eu

: "${PAYARA_HOME:?}" "${POSTGRESQL_JAR:?}" "${LBAAS_EAR:?}" "${LBAAS_NODE:?}"
: "${LBAAS_DB_URL:?}" "${LBAAS_DB_USER:?}" "${LBAAS_DB_PASSWORD:?}"
DOMAIN=${DOMAIN:-lbaas}
PORT_BASE=${PORT_BASE:-18000}
HTTP_ADDRESS=${HTTP_ADDRESS:-127.0.0.1}
domain_dir=$PAYARA_HOME/glassfish/domains/$DOMAIN
CREDENTIALS_FILE=${CREDENTIALS_FILE:-$domain_dir/config/admin-credentials}
config=configs.config.server-config

# Passwords travel in files that only we can read, never on a command line.
umask 077
password_file=$(mktemp)
trap 'rm -f "$password_file"' EXIT
printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "$LBAAS_DB_PASSWORD" > "$password_file"

create() {
    "$PAYARA_HOME/bin/asadmin" create-domain --nopassword --portbase "$PORT_BASE" "$DOMAIN"
    cp "$POSTGRESQL_JAR" "$domain_dir/lib/"
    "$PAYARA_HOME/bin/asadmin" start-domain "$DOMAIN"
}

asadmin() {
    "$PAYARA_HOME/bin/asadmin" --port $((PORT_BASE + 48)) "$@"
}

# A colon separates properties and an equals sign ends a name, so both are escaped in values.
escaped() {
    printf '%s' "$1" | sed 's/[:=]/\\&/g'
}

configure_server() {
    asadmin set "$config.network-config.network-listeners.network-listener.http-listener-1.address=$HTTP_ADDRESS"
    asadmin set "$config.network-config.network-listeners.network-listener.http-listener-2.enabled=false"
    asadmin set "$config.network-config.network-listeners.network-listener.admin-listener.address=127.0.0.1"
    asadmin set "$config.iiop-service.iiop-listener.orb-listener-1.enabled=false"
    asadmin set "$config.iiop-service.iiop-listener.SSL.enabled=false"
    asadmin set "$config.iiop-service.iiop-listener.SSL_MUTUALAUTH.enabled=false"
    asadmin set "$config.admin-service.jmx-connector.system.enabled=false"
    asadmin set "$config.hazelcast-config-specific-configuration.enabled=false"
    asadmin set "$config.mdb-container.max-pool-size=128"
    asadmin set "$config.transaction-service.automatic-recovery=true"
    asadmin set "$config.transaction-service.property.xa-servername=$LBAAS_NODE"
}

# The broker must sync its store, free what dead clients hold, and take commands larger than 10 KB. It makes its
# directory when it is first used, and reads the file when the server starts.
configure_broker() {
    asadmin set "$config.jms-service.jms-host.default_JMS_host.host=127.0.0.1"
    asadmin jms-ping
    "$PAYARA_HOME/bin/asadmin" stop-domain "$DOMAIN"
    cat >> "$domain_dir/imq/instances/imqbroker/props/config.properties" <<'EOF'
imq.hostname=127.0.0.1
imq.persist.file.sync.enabled=true
imq.transaction.detachedTimeout=20
imq.autocreate.destination.maxBytesPerMsg=1m
imq.autocreate.destination.maxTotalMsgBytes=256m
imq.autocreate.destination.maxNumProducers=-1
EOF
    "$PAYARA_HOME/bin/asadmin" start-domain "$DOMAIN"
}

create_database_pool() {
    asadmin --passwordfile "$password_file" create-password-alias lbaas-db
    asadmin create-jdbc-connection-pool \
        --datasourceclassname org.postgresql.xa.PGXADataSource --restype javax.sql.XADataSource \
        --steadypoolsize 4 --maxpoolsize 64 --maxwait 5000 \
        --isconnectvalidatereq=true --validationmethod custom-validation \
        --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
        --validateatmostonceperiod 5 \
        --property "url=$(escaped "$LBAAS_DB_URL"):user=$LBAAS_DB_USER:password=\${ALIAS\\=lbaas-db}:stringType=unspecified:connectTimeout=5:tcpKeepAlive=true" \
        lbaas-db
    asadmin create-jdbc-resource --connectionpoolid lbaas-db jdbc/lbaas
}

create_messaging() {
    asadmin create-jms-resource --restype jakarta.jms.ConnectionFactory \
        --property transaction-support=XATransaction jms/lbaas/connection-factory
    asadmin set "resources.connector-connection-pool.jms/lbaas/connection-factory-Connection-Pool.max-pool-size=128"
    for queue in commands results periodic dead-letters; do
        asadmin create-jms-resource --restype jakarta.jms.Queue \
            --property "Name=lbaas.$(printf '%s' $queue | tr - _)" "jms/lbaas/$queue"
    done
    asadmin create-jms-resource --restype jakarta.jms.Topic --property Name=lbaas.closures jms/lbaas/closures
}

configure_application() {
    setting lbaas.node "$LBAAS_NODE"
    setting lbaas.admin.credentials-file "$CREDENTIALS_FILE"
}

setting() {
    asadmin set-config-property --source domain --propertyName "$1" --propertyValue "$2"
}

create
configure_server
# Restarts the server, which the listeners and the transaction service need as well.
configure_broker
create_database_pool
create_messaging
configure_application
asadmin deploy --name lbaas "$LBAAS_EAR"
echo "LBaaS answers on http://$HTTP_ADDRESS:$((PORT_BASE + 80))"
