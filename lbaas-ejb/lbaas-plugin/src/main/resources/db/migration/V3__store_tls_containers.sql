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

-- Documents from before there was TLS say that there is none, so that filters find them.
UPDATE listener SET spec = spec || '{"tls": {"sniContainerRefs": [], "clientAuthentication": "NONE", "hstsIncludeSubdomains": false, "hstsPreload": false}}'
    WHERE NOT spec ? 'tls';
UPDATE pool SET spec = spec || '{"tls": {"tlsEnabled": false}}' WHERE NOT spec ? 'tls';
