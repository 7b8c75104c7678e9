-- credentials is AES-GCM ciphertext by the driver's own keys; the key to it is not in this database.
ALTER TABLE device
    ADD credentials    jsonb NOT NULL DEFAULT '{}',
    ADD evacuate_after integer,
    ADD health_since   timestamptz;

-- What happened to a device, the latest of it.
CREATE TABLE device_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    device_id uuid        NOT NULL REFERENCES device ON DELETE CASCADE,
    at        timestamptz NOT NULL,
    kind      varchar(32) NOT NULL,
    message   text        NOT NULL
);
CREATE INDEX device_event_device ON device_event (device_id, id);
