-- The original load balancing API (Quantum, v1) on the same trees. What it has beyond them is kept here; everything it
-- shows is read from views, whose columns are the components of the records that they are read as.

-- Load balancers that were made to hold a v1 pool, and go with it.
CREATE TABLE quantum_home (
    load_balancer_id uuid PRIMARY KEY REFERENCES load_balancer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

-- The subnet that a v1 pool was said to have its members in.
CREATE TABLE quantum_pool_subnet (
    pool_id   uuid PRIMARY KEY REFERENCES pool ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    subnet_id uuid NOT NULL
);

-- A v1 health monitor is a template; each pool that it is associated with has a health monitor of its own.
CREATE TABLE quantum_monitor (
    id         uuid PRIMARY KEY,
    project_id varchar(36) NOT NULL,
    spec       jsonb       NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
CREATE INDEX quantum_monitor_list ON quantum_monitor (project_id, created_at, id);

CREATE TABLE quantum_association (
    health_monitor_id uuid PRIMARY KEY REFERENCES health_monitor ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    monitor_id        uuid NOT NULL REFERENCES quantum_monitor DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX quantum_association_monitor ON quantum_association (monitor_id);

-- A load balancer on its way out takes all with it. Of members alone it is told whether they are up.
CREATE FUNCTION quantum_status(
    root_intent text, root_status text, status text, admin_state_up boolean, operating_status text
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN root_intent = 'DELETE' THEN root_status
        WHEN status <> 'ACTIVE' THEN status
        WHEN NOT admin_state_up THEN 'DOWN'
        WHEN operating_status = 'ERROR' THEN 'INACTIVE'
        ELSE 'ACTIVE'
    END
$$;

-- The load balancers that can be said in v1: one pool, and at most one listener, of which it is the default and all
-- that there is.
CREATE VIEW quantum_tree AS
SELECT b.id AS load_balancer_id, b.device_id, b.provider, b.vip_address, b.vip_subnet_id, b.vip_port_id, b.intent,
       b.provisioning_status, p.id AS pool_id, l.id AS listener_id
FROM load_balancer b
JOIN pool p ON p.load_balancer_id = b.id
LEFT JOIN listener l ON l.load_balancer_id = b.id
WHERE p.spec->>'protocol' IN ('TCP', 'HTTP', 'HTTPS')
  AND p.spec->>'lbAlgorithm' IN ('ROUND_ROBIN', 'LEAST_CONNECTIONS', 'SOURCE_IP')
  AND (l.id IS NULL OR (l.spec->>'defaultPoolId' = p.id::text AND l.spec->>'protocol' = p.spec->>'protocol'))
  AND NOT EXISTS (SELECT FROM pool o WHERE o.load_balancer_id = b.id AND o.id <> p.id)
  AND NOT EXISTS (SELECT FROM listener o WHERE o.load_balancer_id = b.id AND o.id <> l.id)
  AND NOT EXISTS (SELECT FROM l7_policy o WHERE o.load_balancer_id = b.id);

CREATE VIEW quantum_vip AS
SELECT l.id, l.project_id, l.created_at, l.project_id AS "tenantId", l.name, l.description,
       t.vip_subnet_id AS "subnetId", t.vip_address AS address, t.vip_port_id AS "portId",
       l.spec->>'protocol' AS protocol, (l.spec->>'protocolPort')::integer AS "protocolPort", p.id AS "poolId",
       p.spec->'sessionPersistence' AS "sessionPersistence",
       (l.spec->>'connectionLimit')::integer AS "connectionLimit",
       (l.spec->>'adminStateUp')::boolean AS "adminStateUp",
       quantum_status(t.intent, t.provisioning_status, l.provisioning_status, (l.spec->>'adminStateUp')::boolean, NULL)
           AS status,
       l.status_reason AS "statusDescription"
FROM quantum_tree t
JOIN listener l ON l.id = t.listener_id
JOIN pool p ON p.id = t.pool_id;

-- The associations of templates with pools; health monitors that v1 did not make are their own templates.
CREATE VIEW quantum_pool_monitor AS
SELECT t.pool_id, h.id AS health_monitor_id, coalesce(a.monitor_id, h.id) AS monitor_id, a.monitor_id IS NULL AS alone,
       h.created_at, h.status_reason,
       quantum_status(t.intent, t.provisioning_status, h.provisioning_status, true, NULL) AS status
FROM quantum_tree t
JOIN health_monitor h ON h.pool_id = t.pool_id
LEFT JOIN quantum_association a ON a.health_monitor_id = h.id
WHERE h.spec->>'type' IN ('PING', 'TCP', 'HTTP', 'HTTPS');

CREATE VIEW quantum_pool AS
SELECT p.id, p.project_id, p.created_at, p.project_id AS "tenantId", t.listener_id AS "vipId", p.name, p.description,
       coalesce(s.subnet_id, t.vip_subnet_id) AS "subnetId", p.spec->>'protocol' AS protocol, t.provider,
       p.spec->>'lbAlgorithm' AS "lbMethod",
       ARRAY(SELECT m.id FROM member m WHERE m.pool_id = p.id ORDER BY m.created_at, m.id) AS members,
       ARRAY(SELECT m.monitor_id FROM quantum_pool_monitor m WHERE m.pool_id = p.id) AS "healthMonitors",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('monitorId', m.monitor_id, 'status', m.status,
                                                     'statusDescription', m.status_reason)), '[]')
        FROM quantum_pool_monitor m WHERE m.pool_id = p.id) AS "healthMonitorsStatus",
       (p.spec->>'adminStateUp')::boolean AS "adminStateUp",
       quantum_status(t.intent, t.provisioning_status, p.provisioning_status, (p.spec->>'adminStateUp')::boolean, NULL)
           AS status,
       p.status_reason AS "statusDescription", t.device_id AS "deviceId"
FROM quantum_tree t
JOIN pool p ON p.id = t.pool_id
LEFT JOIN quantum_pool_subnet s ON s.pool_id = p.id;

CREATE VIEW quantum_member AS
SELECT m.id, m.project_id, m.created_at, m.project_id AS "tenantId", m.pool_id AS "poolId",
       m.spec->>'address' AS address, m.port AS "protocolPort", (m.spec->>'weight')::integer AS weight,
       (m.spec->>'adminStateUp')::boolean AS "adminStateUp",
       quantum_status(t.intent, t.provisioning_status, m.provisioning_status, (m.spec->>'adminStateUp')::boolean,
                      m.operating_status) AS status,
       m.status_reason AS "statusDescription"
FROM quantum_tree t
JOIN member m ON m.pool_id = t.pool_id;

CREATE VIEW quantum_health_monitor AS
SELECT m.id, m.project_id, m.created_at, m.project_id AS "tenantId", m.spec->>'type' AS type,
       (m.spec->>'delay')::integer AS delay, (m.spec->>'timeout')::integer AS timeout,
       (m.spec->>'maxRetries')::integer AS "maxRetries", m.spec->>'httpMethod' AS "httpMethod",
       m.spec->>'urlPath' AS "urlPath", m.spec->>'expectedCodes' AS "expectedCodes",
       (m.spec->>'adminStateUp')::boolean AS "adminStateUp",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('poolId', a.pool_id, 'status', a.status,
                                                     'statusDescription', a.status_reason) ORDER BY a.created_at), '[]')
        FROM quantum_pool_monitor a WHERE a.monitor_id = m.id) AS pools
FROM (SELECT id, project_id, created_at, spec FROM quantum_monitor
      UNION ALL
      SELECT h.id, h.project_id, h.created_at, h.spec
      FROM quantum_pool_monitor a JOIN health_monitor h ON h.id = a.health_monitor_id
      WHERE a.alone) m;
