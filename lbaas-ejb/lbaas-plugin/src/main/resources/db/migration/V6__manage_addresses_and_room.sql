-- What the operator's network holds: networks, their subnets, and every address of them that is not free.

CREATE TABLE vip_network (
    id         uuid PRIMARY KEY,
    name       varchar(255) NOT NULL UNIQUE,
    project_id varchar(36),
    version    bigint       NOT NULL
);
INSERT INTO vip_network SELECT network_id, min(name), NULL, 1 FROM vip_subnet GROUP BY network_id;

ALTER TABLE vip_subnet
    ADD COLUMN gateway          varchar(64),
    ADD COLUMN allocation_pools jsonb NOT NULL DEFAULT '[]',
    ADD FOREIGN KEY (network_id) REFERENCES vip_network;

-- An address in use: of a load balancer, or reserved for one. No reference to subnet and network: some are not ours.
CREATE TABLE vip_port (
    id               uuid PRIMARY KEY,
    name             varchar(255) NOT NULL,
    project_id       varchar(36),
    network_id       uuid         NOT NULL,
    subnet_id        uuid         NOT NULL,
    address          varchar(64)  NOT NULL,
    reserved         boolean      NOT NULL,
    load_balancer_id uuid REFERENCES load_balancer DEFERRABLE INITIALLY DEFERRED,
    device_id        uuid REFERENCES device,
    version          bigint       NOT NULL
);
CREATE UNIQUE INDEX vip_port_subnet_address ON vip_port (subnet_id, address);
CREATE UNIQUE INDEX vip_port_device_address ON vip_port (device_id, address);
CREATE INDEX vip_port_load_balancer ON vip_port (load_balancer_id);
INSERT INTO vip_port
    SELECT vip_port_id, '', project_id, vip_network_id, vip_subnet_id, vip_address, false, id, device_id, 1
    FROM load_balancer;

-- The addresses that are free, as disjoint ranges. They are taken from the front of a range, whose key is therefore its
-- end; those that were in use come after those that were not, the longest free first.
CREATE TABLE vip_range (
    subnet_id   uuid NOT NULL REFERENCES vip_subnet ON DELETE CASCADE,
    front       inet NOT NULL,
    back        inet NOT NULL,
    released_at timestamptz,
    PRIMARY KEY (subnet_id, back)
) WITH (fillfactor = 50);
CREATE INDEX vip_range_next ON vip_range (subnet_id, released_at NULLS FIRST);
INSERT INTO vip_range
    SELECT subnet_id, address + 1, next - 1, NULL
    FROM (SELECT subnet_id, address, lead(address) OVER (PARTITION BY subnet_id ORDER BY address) AS next
          FROM (SELECT id AS subnet_id, host(network(cidr::inet))::inet AS address FROM vip_subnet
                UNION
                SELECT id, host(broadcast(cidr::inet))::inet + CASE family(cidr::inet) WHEN 4 THEN 0 ELSE 1 END
                FROM vip_subnet
                UNION
                SELECT p.subnet_id, p.address::inet FROM vip_port p JOIN vip_subnet s ON s.id = p.subnet_id) bounds
         ) gaps
    WHERE next > address + 1;

-- How many more load balancers a device may hold, in parts: who takes one locks a part that nobody else has locked.
CREATE TABLE device_room (
    device_id uuid     NOT NULL REFERENCES device ON DELETE CASCADE,
    part      smallint NOT NULL,
    free      integer  NOT NULL,
    PRIMARY KEY (device_id, part)
) WITH (fillfactor = 25);
INSERT INTO device_room
    SELECT id, part, floor(free / 32.0) + CASE WHEN part < free - 32 * floor(free / 32.0) THEN 1 ELSE 0 END
    FROM (SELECT id, capacity - (SELECT count(*) FROM load_balancer l WHERE l.device_id = d.id) AS free
          FROM device d) devices, generate_series(0, 31) part;

ALTER TABLE load_balancer ADD COLUMN additional_vips jsonb NOT NULL DEFAULT '[]';
DROP INDEX load_balancer_device_vip;
DROP INDEX load_balancer_subnet_vip;
CREATE INDEX load_balancer_device ON load_balancer (device_id);
CREATE INDEX load_balancer_vip ON load_balancer (vip_address);
