-- The trees of load balancers.
--
-- Identity and state are columns, so that lists and settlements need no JSON; what a device is told is one document.
-- last_good is what the device has where that is not the spec: an update is pending there or was refused.
-- intent is what is still sought on the device; an object in ERROR with an intent may yet succeed.
-- References are checked at the end, because rows are written in batches by table.
-- generation is that of the object's own last change, except on load_balancer, which has it as own_generation.
-- Clients find what they are asked for by its name, in a project or, as an administrator, in all.

-- applied_digest is what the device told of its configuration of the applied generation: empty where it was told to have
-- none, null where that is not known.
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
    flavor_id           uuid REFERENCES flavor,
    availability_zone   varchar(255) REFERENCES availability_zone (name),
    vip_address         varchar(64)  NOT NULL,
    vip_subnet_id       uuid         NOT NULL,
    vip_network_id      uuid         NOT NULL,
    vip_port_id         uuid         NOT NULL,
    additional_vips     jsonb        NOT NULL,
    generation          bigint       NOT NULL,
    settled_generation  bigint       NOT NULL,
    applied_generation  bigint       NOT NULL,
    applied_digest      text,
    sends               integer      NOT NULL,
    resend_at           timestamptz,
    overdue_at          timestamptz
);
CREATE INDEX load_balancer_device ON load_balancer (device_id);
CREATE INDEX load_balancer_vip ON load_balancer (vip_address);
CREATE INDEX load_balancer_flavor ON load_balancer (flavor_id) WHERE flavor_id IS NOT NULL;
CREATE INDEX load_balancer_zone ON load_balancer (availability_zone) WHERE availability_zone IS NOT NULL;
CREATE INDEX load_balancer_list ON load_balancer (project_id, created_at, id);
CREATE INDEX load_balancer_list_all ON load_balancer (created_at, id);
CREATE INDEX load_balancer_name ON load_balancer (name, project_id);
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
CREATE INDEX listener_name ON listener (name, project_id);

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
CREATE INDEX pool_name ON pool (name, project_id);

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
CREATE INDEX member_project ON member (project_id);
CREATE INDEX member_list ON member (pool_id, created_at, id);
CREATE INDEX member_name ON member (pool_id, name);

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
CREATE INDEX health_monitor_name ON health_monitor (name, project_id);

-- The position of a policy and the pool that it redirects to are in its spec, as the default pool is in a listener's.
CREATE TABLE l7_policy (
    id                  uuid PRIMARY KEY,
    load_balancer_id    uuid         NOT NULL REFERENCES load_balancer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    listener_id         uuid         NOT NULL REFERENCES listener ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
CREATE INDEX l7_policy_load_balancer ON l7_policy (load_balancer_id);
CREATE INDEX l7_policy_listener ON l7_policy (listener_id);
CREATE INDEX l7_policy_list ON l7_policy (project_id, created_at, id);
CREATE INDEX l7_policy_list_all ON l7_policy (created_at, id);

CREATE TABLE l7_rule (
    id                  uuid PRIMARY KEY,
    load_balancer_id    uuid         NOT NULL REFERENCES load_balancer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    l7_policy_id        uuid         NOT NULL REFERENCES l7_policy ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
CREATE INDEX l7_rule_load_balancer ON l7_rule (load_balancer_id);
CREATE INDEX l7_rule_project ON l7_rule (project_id);
CREATE INDEX l7_rule_list ON l7_rule (l7_policy_id, created_at, id);
