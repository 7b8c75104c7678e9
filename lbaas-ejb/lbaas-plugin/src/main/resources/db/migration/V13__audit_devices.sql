-- What the device told of its configuration of the applied generation: empty where it was told to have none, null where
-- that is not known.
ALTER TABLE load_balancer ADD applied_digest text;

ALTER TABLE device
    ADD drift_policy  varchar(8)  NOT NULL DEFAULT 'REPAIR',
    ADD audit_at      timestamptz NOT NULL DEFAULT now(),
    ADD audited_at    timestamptz,
    ADD audit_message text,
    ADD health_round  timestamptz;

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

-- Each device counts for itself, so that a load balancer that moves, and returns, is counted right.
ALTER TABLE listener_statistics DROP CONSTRAINT listener_statistics_pkey, ADD PRIMARY KEY (listener_id, device_id);
