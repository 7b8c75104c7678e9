package clients

import (
	"testing"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/loadbalancers"
)

// newLoadBalancer creates a load balancer that is gone with all that is in it when the test ends.
func newLoadBalancer(t *testing.T, tags ...string) *loadbalancers.LoadBalancer {
	t.Helper()
	asked := loadbalancers.CreateOpts{
		Name:         unique("lb"),
		Description:  "first",
		VipSubnetID:  subnet(t),
		AdminStateUp: gophercloud.Enabled,
		Provider:     "noop",
		Tags:         append(tags, "blue", "green"),
	}
	result := loadbalancers.Create(cloud, asked)
	created, err := result.Extract()
	check(t, err)
	answered(t, "loadbalancer", asked, result.Body)
	t.Cleanup(func() { deleteLoadBalancer(t, created.ID) })
	becomesActive(t, statusOf(created.ID))
	return created
}

func deleteLoadBalancer(t *testing.T, id string) {
	t.Helper()
	patiently(t, func() error {
		err := loadbalancers.Delete(cloud, id, loadbalancers.DeleteOpts{Cascade: true}).ExtractErr()
		if _, gone := err.(gophercloud.ErrDefault404); gone {
			return nil
		}
		return err
	})
	becomesDeleted(t, statusOf(id))
}

func TestLoadBalancer(t *testing.T) {
	t.Parallel()
	created := newLoadBalancer(t)
	shown, err := loadbalancers.Get(cloud, created.ID).Extract()
	check(t, err)
	equal(t, "vip_address", shown.VipAddress, created.VipAddress)
	if shown.CreatedAt.IsZero() || shown.UpdatedAt.IsZero() || shown.VipPortID == "" || shown.VipNetworkID == "" {
		t.Errorf("not all there: %+v", shown)
	}

	name, description := unique("lb"), ""
	change := loadbalancers.UpdateOpts{
		Name: &name, Description: &description, AdminStateUp: gophercloud.Disabled, Tags: &[]string{},
	}
	changed := loadbalancers.Update(cloud, created.ID, change)
	check(t, changed.Err)
	answered(t, "loadbalancer", change, changed.Body)
	becomesActive(t, statusOf(created.ID))

	check(t, loadbalancers.Failover(cloud, created.ID).ExtractErr())
	becomesActive(t, statusOf(created.ID))

	stats, err := loadbalancers.GetStats(cloud, created.ID).Extract()
	check(t, err)
	equal(t, "stats", *stats, loadbalancers.Stats{})
	tree, err := loadbalancers.GetStatuses(cloud, created.ID).Extract()
	check(t, err)
	equal(t, "name in the status tree", tree.Loadbalancer.Name, name)

	deleteLoadBalancer(t, created.ID)
	_, err = loadbalancers.Get(cloud, created.ID).Extract()
	if _, gone := err.(gophercloud.ErrDefault404); !gone {
		t.Errorf("wanted 404, found %v", err)
	}
}

func TestListsOfLoadBalancers(t *testing.T) {
	t.Parallel()
	tag := unique("tag")
	first, second := newLoadBalancer(t, tag), newLoadBalancer(t, tag)
	for what, filter := range map[string]loadbalancers.ListOpts{
		"every filter": {
			ID: first.ID, Name: first.Name, Description: "first", AdminStateUp: gophercloud.Enabled,
			ProjectID: first.ProjectID, ProvisioningStatus: "ACTIVE", OperatingStatus: "OFFLINE", Provider: "noop",
			VipAddress: first.VipAddress, VipPortID: first.VipPortID, VipSubnetID: first.VipSubnetID,
			VipNetworkID: first.VipNetworkID,
		},
		"tags":         {Name: first.Name, Tags: []string{"blue", "green"}},
		"any tag":      {Name: first.Name, TagsAny: []string{"blue", "red"}},
		"not all tags": {Name: first.Name, TagsNot: []string{"blue", "red"}},
		"not any tag":  {Name: first.Name, TagsNotAny: []string{"red"}},
	} {
		equal(t, what, listed(t, filter), []string{first.ID})
	}
	equal(t, "another flavor", len(listed(t, loadbalancers.ListOpts{FlavorID: unknown})), 0)

	both := loadbalancers.ListOpts{Tags: []string{tag}, SortKey: "created_at", SortDir: "desc"}
	equal(t, "newest first", listed(t, both), []string{second.ID, first.ID})
	both.Marker = second.ID
	equal(t, "after a marker", listed(t, both), []string{first.ID})
	pages := listed(t, loadbalancers.ListOpts{Limit: 1})
	equal(t, "on pages of one", contains(pages, first.ID) && contains(pages, second.ID), true)
}

func listed(t *testing.T, filter loadbalancers.ListOpts) []string {
	t.Helper()
	pages, err := loadbalancers.List(cloud, filter).AllPages()
	check(t, err)
	found, err := loadbalancers.ExtractLoadBalancers(pages)
	check(t, err)
	var ids []string
	for _, each := range found {
		ids = append(ids, each.ID)
	}
	return ids
}

func contains(ids []string, id string) bool {
	for _, each := range ids {
		if each == id {
			return true
		}
	}
	return false
}
