package clients

import (
	"testing"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/monitors"
)

func statusOfMonitor(id string) status {
	return func() (string, error) {
		found, err := monitors.Get(cloud, id).Extract()
		if err != nil {
			return "", err
		}
		return found.ProvisioningStatus, nil
	}
}

func TestMonitor(t *testing.T) {
	t.Parallel()
	lb := newLoadBalancer(t)
	pool := newPool(t, lb.ID)
	asked := monitors.CreateOpts{
		PoolID: pool.ID, Type: monitors.TypeHTTP, Delay: 5, Timeout: 3, MaxRetries: 2, MaxRetriesDown: 4,
		URLPath: "/up", HTTPMethod: "HEAD", ExpectedCodes: "200-204", Name: unique("monitor"),
		AdminStateUp: gophercloud.Enabled,
	}
	var result monitors.CreateResult
	patiently(t, func() error {
		result = monitors.Create(cloud, asked)
		return result.Err
	})
	created, err := result.Extract()
	check(t, err)
	answered(t, "healthmonitor", asked, result.Body)
	becomesActive(t, beneath(lb.ID, statusOfMonitor(created.ID)))

	pages, err := monitors.List(cloud, monitors.ListOpts{
		ID: created.ID, Name: created.Name, TenantID: created.ProjectID, ProjectID: created.ProjectID, PoolID: pool.ID,
		Type: "HTTP", Delay: 5, Timeout: 3, MaxRetries: 2, MaxRetriesDown: 4, HTTPMethod: "HEAD", URLPath: "/up",
		ExpectedCodes: "200-204", AdminStateUp: gophercloud.Enabled, SortKey: "delay", SortDir: "asc", Limit: 10,
	}).AllPages()
	check(t, err)
	found, err := monitors.ExtractMonitors(pages)
	check(t, err)
	equal(t, "listed", len(found), 1)
	equal(t, "pool", found[0].Pools, []monitors.PoolID{{ID: pool.ID}})

	name := unique("monitor")
	change := monitors.UpdateOpts{
		Name: &name, Delay: 7, Timeout: 4, MaxRetries: 3, MaxRetriesDown: 5, URLPath: "/", HTTPMethod: "GET",
		ExpectedCodes: "200,202", AdminStateUp: gophercloud.Disabled,
	}
	var changed monitors.UpdateResult
	patiently(t, func() error {
		changed = monitors.Update(cloud, created.ID, change)
		return changed.Err
	})
	answered(t, "healthmonitor", change, changed.Body)
	becomesActive(t, beneath(lb.ID, statusOfMonitor(created.ID)))

	patiently(t, func() error { return monitors.Delete(cloud, created.ID).ExtractErr() })
	becomesDeleted(t, beneath(lb.ID, statusOfMonitor(created.ID)))
}
