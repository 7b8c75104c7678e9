-- What the operator owns: the network that VIPs come from, the devices, and what is offered on them.

CREATE TABLE vip_network (
    id         uuid PRIMARY KEY,
    name       varchar(255) NOT NULL UNIQUE,
    project_id varchar(36),
    version    bigint       NOT NULL
);

CREATE TABLE vip_subnet (
    id               uuid PRIMARY KEY,
    name             varchar(255) NOT NULL UNIQUE,
    cidr             varchar(64)  NOT NULL UNIQUE,
    network_id       uuid         NOT NULL REFERENCES vip_network,
    gateway          varchar(64),
    allocation_pools jsonb        NOT NULL,
    version          bigint       NOT NULL
);
CREATE INDEX vip_subnet_network ON vip_subnet (network_id);

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

-- Candidates for new VIPs come from here: it never waits and never hands an address out again soon.
CREATE SEQUENCE vip_cursor;

-- What tenants may choose from. References keep what is in use from being deleted.

CREATE TABLE flavor_profile (
    id            uuid PRIMARY KEY,
    name          varchar(255)  NOT NULL,
    provider_name varchar(64)   NOT NULL,
    data          varchar(4096) NOT NULL,
    created_at    timestamptz   NOT NULL,
    version       bigint        NOT NULL
);

CREATE TABLE flavor (
    id          uuid PRIMARY KEY,
    name        varchar(255) NOT NULL UNIQUE,
    description varchar(255) NOT NULL,
    enabled     boolean      NOT NULL,
    profile_id  uuid         NOT NULL REFERENCES flavor_profile,
    created_at  timestamptz  NOT NULL,
    version     bigint       NOT NULL
);
CREATE INDEX flavor_profile_users ON flavor (profile_id);

CREATE TABLE availability_zone_profile (
    id            uuid PRIMARY KEY,
    name          varchar(255)  NOT NULL,
    provider_name varchar(64)   NOT NULL,
    data          varchar(4096) NOT NULL,
    created_at    timestamptz   NOT NULL,
    version       bigint        NOT NULL
);

CREATE TABLE availability_zone (
    id          uuid PRIMARY KEY,
    name        varchar(255) NOT NULL UNIQUE,
    description varchar(255) NOT NULL,
    enabled     boolean      NOT NULL,
    profile_id  uuid         NOT NULL REFERENCES availability_zone_profile,
    created_at  timestamptz  NOT NULL,
    version     bigint       NOT NULL
);
CREATE INDEX availability_zone_profile_users ON availability_zone (profile_id);

-- credentials is AES-GCM ciphertext by the driver's own keys; the key to it is not in this database.
-- evacuated_at is when the policy last began to evacuate; evacuation_by is the operator who asked for it.
-- The columns with a default are those of the periodic rounds, which begin with a new device at once.
CREATE TABLE device (
    id              uuid PRIMARY KEY,
    name            varchar(255) NOT NULL UNIQUE,
    driver          varchar(64)  NOT NULL,
    settings        jsonb        NOT NULL,
    credentials     jsonb        NOT NULL,
    revision        bigint       NOT NULL,
    capacity        integer      NOT NULL,
    state           varchar(16)  NOT NULL,
    zone            varchar(255),
    reachable       boolean,
    product         varchar(255),
    message         text,
    capabilities    jsonb,
    probed_at       timestamptz,
    probe_at        timestamptz  NOT NULL,
    health_at       timestamptz  NOT NULL,
    health_since    timestamptz,
    health_round    timestamptz,
    stats_at        timestamptz  NOT NULL DEFAULT now(),
    evacuate_after  integer,
    evacuation      varchar(16),
    evacuation_by   varchar(255),
    evacuation_note text,
    evacuated_at    timestamptz,
    drift_policy    varchar(8)   NOT NULL DEFAULT 'REPAIR',
    audit_at        timestamptz  NOT NULL DEFAULT now(),
    audited_at      timestamptz,
    audit_message   text,
    version         bigint       NOT NULL
);

-- A device without a row here serves any subnet.
CREATE TABLE device_vip_subnet (
    device_id     uuid NOT NULL REFERENCES device ON DELETE CASCADE,
    vip_subnet_id uuid NOT NULL REFERENCES vip_subnet,
    PRIMARY KEY (device_id, vip_subnet_id)
);

-- A device without a row here takes load balancers of any flavor and of none.
CREATE TABLE device_flavor (
    device_id uuid NOT NULL REFERENCES device ON DELETE CASCADE,
    flavor_id uuid NOT NULL REFERENCES flavor,
    PRIMARY KEY (device_id, flavor_id)
);
CREATE INDEX device_flavor_flavor ON device_flavor (flavor_id);

-- How many more load balancers a device may hold, in parts: who takes one locks a part that nobody else has locked.
CREATE TABLE device_room (
    device_id uuid     NOT NULL REFERENCES device ON DELETE CASCADE,
    part      smallint NOT NULL,
    free      integer  NOT NULL,
    PRIMARY KEY (device_id, part)
) WITH (fillfactor = 25);

-- What happened to a device, the latest of it.
CREATE TABLE device_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    device_id uuid        NOT NULL REFERENCES device ON DELETE CASCADE,
    at        timestamptz NOT NULL,
    kind      varchar(32) NOT NULL,
    message   text        NOT NULL
);
CREATE INDEX device_event_device ON device_event (device_id, id);

-- What audits found on a device that is not as it was told to be. It ends when an audit does not find it any more.
-- No reference to the load balancer: an orphan has none.
CREATE TABLE drift (
    id               uuid PRIMARY KEY,
    device_id        uuid        NOT NULL REFERENCES device ON DELETE CASCADE,
    load_balancer_id uuid        NOT NULL,
    kind             varchar(16) NOT NULL,
    expected         bigint      NOT NULL,
    found            bigint      NOT NULL,
    message          text        NOT NULL,
    found_at         timestamptz NOT NULL,
    seen_at          timestamptz NOT NULL,
    repaired_at      timestamptz,
    ended_at         timestamptz
);
CREATE UNIQUE INDEX drift_open ON drift (device_id, load_balancer_id) WHERE ended_at IS NULL;
CREATE INDEX drift_list ON drift (device_id, found_at);
