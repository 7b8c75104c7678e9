-- One change may ask for many objects: a batch of members, or a whole load balancer.
ALTER TABLE operation ADD COLUMN touched jsonb;
UPDATE operation SET touched = jsonb_build_array(object_id);
ALTER TABLE operation ALTER COLUMN touched SET NOT NULL;
