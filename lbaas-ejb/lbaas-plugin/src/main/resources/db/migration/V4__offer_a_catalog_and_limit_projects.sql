-- What operators offer tenants to choose from. References keep what is in use from being deleted.

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

ALTER TABLE load_balancer
    ADD flavor_id         uuid REFERENCES flavor,
    ADD availability_zone varchar(255) REFERENCES availability_zone (name);
CREATE INDEX load_balancer_flavor ON load_balancer (flavor_id) WHERE flavor_id IS NOT NULL;
CREATE INDEX load_balancer_zone ON load_balancer (availability_zone) WHERE availability_zone IS NOT NULL;

ALTER TABLE device ADD zone varchar(255);

-- A device without a row here takes load balancers of any flavor and of none.
CREATE TABLE device_flavor (
    device_id uuid NOT NULL REFERENCES device ON DELETE CASCADE,
    flavor_id uuid NOT NULL REFERENCES flavor,
    PRIMARY KEY (device_id, flavor_id)
);
CREATE INDEX device_flavor_flavor ON device_flavor (flavor_id);

-- Limits of a project; a kind that the document does not have is limited by the configuration.
CREATE TABLE quota (
    project_id varchar(36) PRIMARY KEY,
    spec       jsonb  NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX member_project ON member (project_id);
CREATE INDEX l7_rule_project ON l7_rule (project_id);

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
