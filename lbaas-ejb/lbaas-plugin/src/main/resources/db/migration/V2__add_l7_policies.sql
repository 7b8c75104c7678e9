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
CREATE INDEX l7_rule_list ON l7_rule (l7_policy_id, created_at, id);
