package clients

import (
	"testing"

	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/amphorae"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/apiversions"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/providers"
)

func TestVersions(t *testing.T) {
	t.Parallel()
	pages, err := apiversions.List(cloud).AllPages()
	check(t, err)
	found, err := apiversions.ExtractAPIVersions(pages)
	check(t, err)
	newest := found[len(found)-1]
	equal(t, "newest", newest, apiversions.APIVersion{ID: "v2.27", Status: "CURRENT"})
}

func TestProviders(t *testing.T) {
	t.Parallel()
	pages, err := providers.List(cloud, providers.ListOpts{Fields: []string{"name"}}).AllPages()
	check(t, err)
	found, err := providers.ExtractProviders(pages)
	check(t, err)
	for _, each := range found {
		if each.Name == "noop" {
			equal(t, "a field that was not asked for", each.Description, "")
			return
		}
	}
	t.Errorf("no noop among %v", found)
}

func TestAmphorae(t *testing.T) {
	t.Parallel()
	lb := newLoadBalancer(t)
	pages, err := amphorae.List(cloud, amphorae.ListOpts{LoadbalancerID: lb.ID, SortKey: "id", Limit: 10}).AllPages()
	check(t, err)
	found, err := amphorae.ExtractAmphorae(pages)
	check(t, err)
	equal(t, "listed", len(found), 1)
	shown, err := amphorae.Get(cloud, found[0].ID).Extract()
	check(t, err)
	equal(t, "shown", *shown, found[0])
	check(t, amphorae.Failover(cloud, shown.ID).ExtractErr())
	becomesActive(t, statusOf(lb.ID))
}
