-- Identity and state are columns, so that lists and settlements need no JSON; what a device is told is one document.
-- last_good is what the device has where that is not the spec: an update is pending there or was refused.
-- intent is what is still sought on the device; an object in ERROR with an intent may yet succeed.
-- References are checked at the end, because rows are written in batches by table.
-- generation is that of the object's own last change, except on load_balancer, which has it as own_generation.

CREATE TABLE vip_subnet (
    id         uuid PRIMARY KEY,
    name       varchar(255) NOT NULL UNIQUE,
    cidr       varchar(64)  NOT NULL UNIQUE,
    network_id uuid         NOT NULL,
    version    bigint       NOT NULL
);
CREATE INDEX vip_subnet_network ON vip_subnet (network_id);

-- Candidates for new VIPs come from here: it never waits and never hands an address out again soon.
CREATE SEQUENCE vip_cursor;

CREATE TABLE device (
    id           uuid PRIMARY KEY,
    name         varchar(255) NOT NULL UNIQUE,
    driver       varchar(64)  NOT NULL,
    settings     jsonb        NOT NULL,
    revision     bigint       NOT NULL,
    capacity     integer      NOT NULL,
    state        varchar(16)  NOT NULL,
    reachable    boolean,
    product      varchar(255),
    message      text,
    capabilities jsonb,
    probed_at    timestamptz,
    probe_at     timestamptz  NOT NULL,
    health_at    timestamptz  NOT NULL,
    version      bigint       NOT NULL
);

-- A device without a row here serves any subnet.
CREATE TABLE device_vip_subnet (
    device_id     uuid NOT NULL REFERENCES device ON DELETE CASCADE,
    vip_subnet_id uuid NOT NULL REFERENCES vip_subnet,
    PRIMARY KEY (device_id, vip_subnet_id)
);

CREATE TABLE load_balancer (
    id                  uuid PRIMARY KEY,
    project_id          varchar(36)  NOT NULL,
    name                varchar(255) NOT NULL,
    description         varchar(255) NOT NULL,
    tags                jsonb        NOT NULL,
    provisioning_status varchar(16)  NOT NULL,
    operating_status    varchar(16)  NOT NULL,
    status_reason       text,
    intent              varchar(16),
    deadline            timestamptz,
    own_generation      bigint       NOT NULL,
    spec                jsonb        NOT NULL,
    last_good           jsonb,
    version             bigint       NOT NULL,
    created_at          timestamptz  NOT NULL,
    updated_at          timestamptz,
    device_id           uuid         NOT NULL REFERENCES device,
    provider            varchar(64)  NOT NULL,
    vip_address         varchar(64)  NOT NULL,
    vip_subnet_id       uuid         NOT NULL,
    vip_network_id      uuid         NOT NULL,
    vip_port_id         uuid         NOT NULL,
    generation          bigint       NOT NULL,
    settled_generation  bigint       NOT NULL,
    applied_generation  bigint       NOT NULL,
    sends               integer      NOT NULL,
    resend_at           timestamptz,
    overdue_at          timestamptz
);
CREATE UNIQUE INDEX load_balancer_device_vip ON load_balancer (device_id, vip_address);
CREATE UNIQUE INDEX load_balancer_subnet_vip ON load_balancer (vip_subnet_id, vip_address);
CREATE INDEX load_balancer_list ON load_balancer (project_id, created_at, id);
CREATE INDEX load_balancer_list_all ON load_balancer (created_at, id);
CREATE INDEX load_balancer_resend ON load_balancer (resend_at) WHERE resend_at IS NOT NULL;
CREATE INDEX load_balancer_overdue ON load_balancer (overdue_at) WHERE overdue_at IS NOT NULL;

CREATE TABLE listener (
    id                  uuid PRIMARY KEY,
    load_balancer_id    uuid         NOT NULL REFERENCES load_balancer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    project_id          varchar(36)  NOT NULL,
    name                varchar(255) NOT NULL,
    description         varchar(255) NOT NULL,
    tags                jsonb        NOT NULL,
    provisioning_status varchar(16)  NOT NULL,
    operating_status    varchar(16)  NOT NULL,
    status_reason       text,
    intent              varchar(16),
    deadline            timestamptz,
    generation          bigint       NOT NULL,
    spec                jsonb        NOT NULL,
    last_good           jsonb,
    version             bigint       NOT NULL,
    created_at          timestamptz  NOT NULL,
    updated_at          timestamptz,
    port                integer      NOT NULL,
    transport           varchar(8)   NOT NULL
);
CREATE UNIQUE INDEX listener_port ON listener (load_balancer_id, port, transport);
CREATE INDEX listener_list ON listener (project_id, created_at, id);
CREATE INDEX listener_list_all ON listener (created_at, id);

CREATE TABLE pool (
    id                  uuid PRIMARY KEY,
    load_balancer_id    uuid         NOT NULL REFERENCES load_balancer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    project_id          varchar(36)  NOT NULL,
    name                varchar(255) NOT NULL,
    description         varchar(255) NOT NULL,
    tags                jsonb        NOT NULL,
    provisioning_status varchar(16)  NOT NULL,
    operating_status    varchar(16)  NOT NULL,
    status_reason       text,
    intent              varchar(16),
    deadline            timestamptz,
    generation          bigint       NOT NULL,
    spec                jsonb        NOT NULL,
    last_good           jsonb,
    version             bigint       NOT NULL,
    created_at          timestamptz  NOT NULL,
    updated_at          timestamptz
);
CREATE INDEX pool_load_balancer ON pool (load_balancer_id);
CREATE INDEX pool_list ON pool (project_id, created_at, id);
CREATE INDEX pool_list_all ON pool (created_at, id);

CREATE TABLE member (
    id                  uuid PRIMARY KEY,
    load_balancer_id    uuid         NOT NULL REFERENCES load_balancer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    pool_id             uuid         NOT NULL REFERENCES pool ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    project_id          varchar(36)  NOT NULL,
    name                varchar(255) NOT NULL,
    description         varchar(255) NOT NULL,
    tags                jsonb        NOT NULL,
    provisioning_status varchar(16)  NOT NULL,
    operating_status    varchar(16)  NOT NULL,
    status_reason       text,
    intent              varchar(16),
    deadline            timestamptz,
    generation          bigint       NOT NULL,
    spec                jsonb        NOT NULL,
    last_good           jsonb,
    version             bigint       NOT NULL,
    created_at          timestamptz  NOT NULL,
    updated_at          timestamptz,
    address             varchar(64)  NOT NULL,
    port                integer      NOT NULL
);
CREATE UNIQUE INDEX member_address ON member (pool_id, address, port);
CREATE INDEX member_load_balancer ON member (load_balancer_id);
CREATE INDEX member_list ON member (pool_id, created_at, id);

CREATE TABLE health_monitor (
    id                  uuid PRIMARY KEY,
    load_balancer_id    uuid         NOT NULL REFERENCES load_balancer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    pool_id             uuid         NOT NULL REFERENCES pool ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    project_id          varchar(36)  NOT NULL,
    name                varchar(255) NOT NULL,
    description         varchar(255) NOT NULL,
    tags                jsonb        NOT NULL,
    provisioning_status varchar(16)  NOT NULL,
    operating_status    varchar(16)  NOT NULL,
    status_reason       text,
    intent              varchar(16),
    deadline            timestamptz,
    generation          bigint       NOT NULL,
    spec                jsonb        NOT NULL,
    last_good           jsonb,
    version             bigint       NOT NULL,
    created_at          timestamptz  NOT NULL,
    updated_at          timestamptz
);
CREATE UNIQUE INDEX health_monitor_pool ON health_monitor (pool_id);
CREATE INDEX health_monitor_load_balancer ON health_monitor (load_balancer_id);
CREATE INDEX health_monitor_list ON health_monitor (project_id, created_at, id);

-- No reference to the objects: the record outlives them.
CREATE TABLE operation (
    id               uuid PRIMARY KEY,
    request_id       varchar(64)  NOT NULL,
    user_name        varchar(255) NOT NULL,
    project_id       varchar(36)  NOT NULL,
    action           varchar(16)  NOT NULL,
    object_type      varchar(32)  NOT NULL,
    object_id        uuid         NOT NULL,
    load_balancer_id uuid         NOT NULL,
    generation       bigint       NOT NULL,
    status           varchar(16)  NOT NULL,
    reason           text,
    validated_at     timestamptz  NOT NULL,
    enqueued_at      timestamptz  NOT NULL,
    taken_at         timestamptz,
    applied_at       timestamptz,
    reported_at      timestamptz,
    settled_at       timestamptz
);
CREATE INDEX operation_load_balancer ON operation (load_balancer_id, generation);
CREATE INDEX operation_pending ON operation (load_balancer_id) WHERE status = 'PENDING';

CREATE TABLE account (
    name          varchar(64) PRIMARY KEY,
    password_hash varchar(512) NOT NULL,
    project_id    varchar(36)  NOT NULL,
    roles         jsonb        NOT NULL,
    version       bigint       NOT NULL
);
