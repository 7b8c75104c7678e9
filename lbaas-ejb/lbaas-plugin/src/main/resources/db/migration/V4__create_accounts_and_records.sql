-- Who may ask for what, what was asked, and what was kept for it.

CREATE TABLE account (
    name          varchar(64) PRIMARY KEY,
    password_hash varchar(512) NOT NULL,
    project_id    varchar(36)  NOT NULL,
    roles         jsonb        NOT NULL,
    version       bigint       NOT NULL
);

-- Limits of a project; a kind that the document does not have is limited by the configuration.
CREATE TABLE quota (
    project_id varchar(36) PRIMARY KEY,
    spec       jsonb  NOT NULL,
    version    bigint NOT NULL
);

-- TLS material that tenants have uploaded. sealed is AES-GCM ciphertext; the key is not in this database.
CREATE TABLE tls_container (
    id         uuid PRIMARY KEY,
    project_id varchar(36)  NOT NULL,
    name       varchar(255) NOT NULL,
    sealed     text         NOT NULL,
    summary    jsonb        NOT NULL,
    version    bigint       NOT NULL,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz
);
CREATE INDEX tls_container_list ON tls_container (project_id, created_at, id);

-- The record of an accepted change. One change may ask for many objects: a batch of members, or a whole load balancer.
-- No reference to the objects: the record outlives them.
CREATE TABLE operation (
    id               uuid PRIMARY KEY,
    request_id       varchar(64)  NOT NULL,
    user_name        varchar(255) NOT NULL,
    project_id       varchar(36)  NOT NULL,
    action           varchar(16)  NOT NULL,
    object_type      varchar(32)  NOT NULL,
    object_id        uuid         NOT NULL,
    touched          jsonb        NOT NULL,
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
CREATE INDEX operation_list ON operation (project_id, validated_at, id);
CREATE INDEX operation_list_all ON operation (validated_at, id);
CREATE INDEX operation_request ON operation (request_id);
CREATE INDEX operation_touched ON operation USING gin (touched jsonb_path_ops);

-- The answer to a request that named a key, for as long as the request may be repeated.
CREATE TABLE idempotency_key (
    project_id  varchar(36)  NOT NULL,
    user_name   varchar(255) NOT NULL,
    key         varchar(255) NOT NULL,
    fingerprint varchar(64)  NOT NULL,
    request_id  varchar(64)  NOT NULL,
    status      integer      NOT NULL,
    entity_tag  varchar(64),
    body        text         NOT NULL,
    expires_at  timestamptz  NOT NULL,
    PRIMARY KEY (project_id, user_name, key)
);
CREATE INDEX idempotency_key_expiry ON idempotency_key (expires_at);
