-- Clients find what they are asked for by its name, in a project or, as an administrator, in all.
CREATE INDEX load_balancer_name ON load_balancer (name, project_id);
CREATE INDEX listener_name ON listener (name, project_id);
CREATE INDEX pool_name ON pool (name, project_id);
CREATE INDEX member_name ON member (pool_id, name);
CREATE INDEX health_monitor_name ON health_monitor (name, project_id);
