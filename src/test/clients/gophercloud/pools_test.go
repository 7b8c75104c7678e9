package clients

import (
	"testing"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/listeners"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/pools"
)

func statusOfPool(id string) status {
	return func() (string, error) {
		found, err := pools.Get(cloud, id).Extract()
		if err != nil {
			return "", err
		}
		return found.ProvisioningStatus, nil
	}
}

func newPool(t *testing.T, lb string) *pools.Pool {
	t.Helper()
	return createPool(t, lb, pools.CreateOpts{LoadbalancerID: lb})
}

func createPool(t *testing.T, lb string, asked pools.CreateOpts) *pools.Pool {
	t.Helper()
	asked.Name, asked.Protocol, asked.LBMethod = unique("pool"), pools.ProtocolHTTP, pools.LBMethodRoundRobin
	var result pools.CreateResult
	patiently(t, func() error {
		result = pools.Create(cloud, asked)
		return result.Err
	})
	created, err := result.Extract()
	check(t, err)
	answered(t, "pool", asked, result.Body)
	becomesActive(t, beneath(lb, statusOfPool(created.ID)))
	return created
}

func TestPool(t *testing.T) {
	t.Parallel()
	lb := newLoadBalancer(t)
	listener := newListener(t, lb.ID, listeners.CreateOpts{})
	created := createPool(t, lb.ID, pools.CreateOpts{
		ListenerID:   listener.ID,
		Description:  "first",
		AdminStateUp: gophercloud.Enabled,
		Persistence:  &pools.SessionPersistence{Type: "APP_COOKIE", CookieName: "sid"},
	})
	equal(t, "load balancer", created.Loadbalancers, []pools.LoadBalancerID{{ID: lb.ID}})

	pages, err := pools.List(cloud, pools.ListOpts{
		ID: created.ID, Name: created.Name, LoadbalancerID: lb.ID, Protocol: "HTTP", LBMethod: "ROUND_ROBIN",
		ProjectID: created.ProjectID, AdminStateUp: gophercloud.Enabled, SortKey: "id", SortDir: "desc", Limit: 10,
	}).AllPages()
	check(t, err)
	found, err := pools.ExtractPools(pages)
	check(t, err)
	equal(t, "listed", len(found), 1)
	equal(t, "persistence", found[0].Persistence, pools.SessionPersistence{Type: "APP_COOKIE", CookieName: "sid"})

	name, empty := unique("pool"), ""
	change := pools.UpdateOpts{
		Name: &name, Description: &empty, LBMethod: pools.LBMethodLeastConnections, AdminStateUp: gophercloud.Disabled,
	}
	var changed pools.UpdateResult
	patiently(t, func() error {
		changed = pools.Update(cloud, created.ID, change)
		return changed.Err
	})
	answered(t, "pool", change, changed.Body)
	becomesActive(t, beneath(lb.ID, statusOfPool(created.ID)))

	patiently(t, func() error { return pools.Delete(cloud, created.ID).ExtractErr() })
	becomesDeleted(t, beneath(lb.ID, statusOfPool(created.ID)))
}
