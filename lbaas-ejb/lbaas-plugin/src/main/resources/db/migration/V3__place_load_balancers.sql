-- Where load balancers are and were, what addresses they have, and what passed through them.

-- An address in use: of a load balancer, reserved for one, or held until all devices are rid of one that is gone.
-- No reference to subnet and network: some are not ours.
CREATE TABLE vip_port (
    id               uuid PRIMARY KEY,
    name             varchar(255) NOT NULL,
    project_id       varchar(36),
    network_id       uuid         NOT NULL,
    subnet_id        uuid         NOT NULL,
    address          varchar(64)  NOT NULL,
    reserved         boolean      NOT NULL,
    load_balancer_id uuid REFERENCES load_balancer DEFERRABLE INITIALLY DEFERRED,
    held_for         uuid,
    device_id        uuid REFERENCES device,
    version          bigint       NOT NULL
);
CREATE UNIQUE INDEX vip_port_subnet_address ON vip_port (subnet_id, address);
CREATE UNIQUE INDEX vip_port_device_address ON vip_port (device_id, address);
CREATE INDEX vip_port_load_balancer ON vip_port (load_balancer_id);
CREATE INDEX vip_port_held ON vip_port (held_for) WHERE held_for IS NOT NULL;

-- Where a load balancer was before, and is to be removed from. No reference to the load balancer: what it left on a
-- device may outlive it.
CREATE TABLE former_place (
    id               uuid PRIMARY KEY,
    load_balancer_id uuid        NOT NULL,
    device_id        uuid        NOT NULL REFERENCES device ON DELETE CASCADE,
    generation       bigint      NOT NULL,
    phase            varchar(16) NOT NULL,
    avoid_until      timestamptz,
    sends            integer     NOT NULL,
    resend_at        timestamptz,
    version          bigint      NOT NULL,
    UNIQUE (load_balancer_id, device_id)
);
CREATE INDEX former_place_device ON former_place (device_id);

-- The addresses that devices have, or are not rid of yet.
CREATE VIEW device_address AS
SELECT device_id, address FROM vip_port WHERE device_id IS NOT NULL
UNION ALL
SELECT f.device_id, p.address
FROM former_place f JOIN vip_port p ON p.load_balancer_id = f.load_balancer_id OR p.held_for = f.load_balancer_id
WHERE f.phase <> 'GONE';

-- Totals that outlive the counters of devices; seen_* is what the device had counted when it was last asked. Each device
-- counts for itself, so that a load balancer that moves, and returns, is counted right.
CREATE TABLE listener_statistics (
    listener_id            uuid        NOT NULL REFERENCES listener ON DELETE CASCADE,
    device_id              uuid        NOT NULL,
    epoch                  text        NOT NULL,
    bytes_in               bigint      NOT NULL,
    bytes_out              bigint      NOT NULL,
    total_connections      bigint      NOT NULL,
    request_errors         bigint      NOT NULL,
    active_connections     bigint      NOT NULL,
    seen_bytes_in          bigint      NOT NULL,
    seen_bytes_out         bigint      NOT NULL,
    seen_total_connections bigint      NOT NULL,
    seen_request_errors    bigint      NOT NULL,
    seen_at                timestamptz NOT NULL,
    PRIMARY KEY (listener_id, device_id)
);

-- A load balancer on its device, as the reference implementation would show the virtual machine that serves it.
CREATE VIEW amphora AS
SELECT md5(l.id::text || l.device_id::text)::uuid AS id,
       l.id                                       AS load_balancer_id,
       l.device_id                                AS device_id,
       l.vip_address                              AS vip_address,
       l.vip_port_id                              AS vip_port_id,
       d.zone                                     AS zone,
       CASE l.provisioning_status
           WHEN 'PENDING_CREATE' THEN 'BOOTING'
           WHEN 'PENDING_DELETE' THEN 'PENDING_DELETE'
           WHEN 'ERROR' THEN 'ERROR'
           ELSE 'ALLOCATED'
       END                                        AS status,
       'STANDALONE'                               AS role,
       l.created_at                               AS created_at,
       l.updated_at                               AS updated_at
FROM load_balancer l
JOIN device d ON d.id = l.device_id;
CREATE INDEX load_balancer_amphora ON load_balancer ((md5(id::text || device_id::text)::uuid));
