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

-- An address stays in use until all devices are rid of a load balancer that is gone.
ALTER TABLE vip_port ADD held_for uuid;
CREATE INDEX vip_port_held ON vip_port (held_for) WHERE held_for IS NOT NULL;

-- The addresses that devices have, or are not rid of yet.
CREATE VIEW device_address AS
SELECT device_id, address FROM vip_port WHERE device_id IS NOT NULL
UNION ALL
SELECT f.device_id, p.address
FROM former_place f JOIN vip_port p ON p.load_balancer_id = f.load_balancer_id OR p.held_for = f.load_balancer_id
WHERE f.phase <> 'GONE';

-- evacuated_at is when the policy last began to; evacuation_by is the operator who asked for it.
ALTER TABLE device
    ADD evacuation      varchar(16),
    ADD evacuation_by   varchar(255),
    ADD evacuation_note text,
    ADD evacuated_at    timestamptz;
