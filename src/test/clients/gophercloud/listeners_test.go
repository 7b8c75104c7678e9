package clients

import (
	"testing"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/listeners"
)

func statusOfListener(id string) status {
	return func() (string, error) {
		found, err := listeners.Get(cloud, id).Extract()
		if err != nil {
			return "", err
		}
		return found.ProvisioningStatus, nil
	}
}

func newListener(t *testing.T, lb string, asked listeners.CreateOpts) *listeners.Listener {
	t.Helper()
	asked.LoadbalancerID, asked.Protocol, asked.ProtocolPort = lb, listeners.ProtocolHTTP, 80
	var result listeners.CreateResult
	patiently(t, func() error {
		result = listeners.Create(cloud, asked)
		return result.Err
	})
	created, err := result.Extract()
	check(t, err)
	answered(t, "listener", asked, result.Body)
	becomesActive(t, beneath(lb, statusOfListener(created.ID)))
	return created
}

func TestListener(t *testing.T) {
	t.Parallel()
	lb, limit, milliseconds := newLoadBalancer(t), 100, 1000
	pool := newPool(t, lb.ID)
	created := newListener(t, lb.ID, listeners.CreateOpts{
		Name:                 unique("listener"),
		Description:          "first",
		DefaultPoolID:        pool.ID,
		ConnLimit:            &limit,
		AdminStateUp:         gophercloud.Enabled,
		TimeoutClientData:    &milliseconds,
		TimeoutMemberData:    &milliseconds,
		TimeoutMemberConnect: &milliseconds,
		TimeoutTCPInspect:    &milliseconds,
		InsertHeaders:        map[string]string{"X-Forwarded-For": "true"},
		AllowedCIDRs:         []string{"10.0.0.0/8", "192.168.0.0/16"},
	})
	equal(t, "load balancer", created.Loadbalancers, []listeners.LoadBalancerID{{ID: lb.ID}})

	pages, err := listeners.List(cloud, listeners.ListOpts{
		ID: created.ID, Name: created.Name, AdminStateUp: gophercloud.Enabled, ProjectID: created.ProjectID,
		LoadbalancerID: lb.ID, DefaultPoolID: pool.ID, Protocol: "HTTP", ProtocolPort: 80, ConnectionLimit: limit,
		TimeoutClientData: &milliseconds, TimeoutMemberData: &milliseconds, TimeoutMemberConnect: &milliseconds,
		TimeoutTCPInspect: &milliseconds, SortKey: "name", SortDir: "asc", Limit: 10,
	}).AllPages()
	check(t, err)
	found, err := listeners.ExtractListeners(pages)
	check(t, err)
	equal(t, "listed", len(found), 1)

	empty, name, none := "", unique("listener"), -1
	change := listeners.UpdateOpts{
		Name: &name, Description: &empty, ConnLimit: &none, AdminStateUp: gophercloud.Disabled,
		InsertHeaders: &map[string]string{}, AllowedCIDRs: &[]string{"10.1.0.0/16"}, TimeoutClientData: &limit,
	}
	var changed listeners.UpdateResult
	patiently(t, func() error {
		changed = listeners.Update(cloud, created.ID, change)
		return changed.Err
	})
	answered(t, "listener", change, changed.Body)
	becomesActive(t, beneath(lb.ID, statusOfListener(created.ID)))
	patiently(t, func() error {
		return listeners.Update(cloud, created.ID, listeners.UpdateOpts{DefaultPoolID: &empty}).Err
	})
	becomesActive(t, beneath(lb.ID, statusOfListener(created.ID)))
	shown, err := listeners.Get(cloud, created.ID).Extract()
	check(t, err)
	equal(t, "default pool taken away", shown.DefaultPoolID, "")

	stats, err := listeners.GetStats(cloud, created.ID).Extract()
	check(t, err)
	equal(t, "stats", *stats, listeners.Stats{})

	patiently(t, func() error { return listeners.Delete(cloud, created.ID).ExtractErr() })
	becomesDeleted(t, beneath(lb.ID, statusOfListener(created.ID)))
}
