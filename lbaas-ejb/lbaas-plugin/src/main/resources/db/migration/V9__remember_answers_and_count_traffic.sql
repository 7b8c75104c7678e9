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

-- Totals that outlive the counters of devices; seen_* is what the device had counted when it was last asked.
CREATE TABLE listener_statistics (
    listener_id            uuid PRIMARY KEY REFERENCES listener ON DELETE CASCADE,
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
    seen_at                timestamptz NOT NULL
);
ALTER TABLE device ADD COLUMN stats_at timestamptz NOT NULL DEFAULT now();

CREATE INDEX operation_list ON operation (project_id, validated_at, id);
CREATE INDEX operation_list_all ON operation (validated_at, id);
CREATE INDEX operation_request ON operation (request_id);
CREATE INDEX operation_touched ON operation USING gin (touched jsonb_path_ops);
