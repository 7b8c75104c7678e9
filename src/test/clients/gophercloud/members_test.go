package clients

import (
	"testing"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/pools"
)

func statusOfMember(pool, id string) status {
	return func() (string, error) {
		found, err := pools.GetMember(cloud, pool, id).Extract()
		if err != nil {
			return "", err
		}
		return found.ProvisioningStatus, nil
	}
}

func members(t *testing.T, pool string, filter pools.ListMembersOpts) []pools.Member {
	t.Helper()
	pages, err := pools.ListMembers(cloud, pool, filter).AllPages()
	check(t, err)
	found, err := pools.ExtractMembers(pages)
	check(t, err)
	return found
}

func TestMember(t *testing.T) {
	t.Parallel()
	lb, weight, port := newLoadBalancer(t), 5, 8080
	pool := newPool(t, lb.ID)
	asked := pools.CreateMemberOpts{
		Address: "10.0.0.1", ProtocolPort: 80, Name: "one", Weight: &weight, SubnetID: lb.VipSubnetID,
		AdminStateUp: gophercloud.Enabled, Backup: gophercloud.Enabled, MonitorAddress: "10.0.0.2", MonitorPort: &port,
	}
	var result pools.CreateMemberResult
	patiently(t, func() error {
		result = pools.CreateMember(cloud, pool.ID, asked)
		return result.Err
	})
	created, err := result.Extract()
	check(t, err)
	answered(t, "member", asked, result.Body)
	becomesActive(t, beneath(lb.ID, statusOfMember(pool.ID, created.ID)))

	equal(t, "listed", len(members(t, pool.ID, pools.ListMembersOpts{
		ID: created.ID, Name: "one", Weight: weight, AdminStateUp: gophercloud.Enabled, ProjectID: created.ProjectID,
		Address: "10.0.0.1", ProtocolPort: 80, SortKey: "address", SortDir: "asc", Limit: 10,
	})), 1)

	name, zero := "other", 0
	change := pools.UpdateMemberOpts{Name: &name, Weight: &zero, AdminStateUp: gophercloud.Disabled}
	var changed pools.UpdateMemberResult
	patiently(t, func() error {
		changed = pools.UpdateMember(cloud, pool.ID, created.ID, change)
		return changed.Err
	})
	answered(t, "member", change, changed.Body)
	becomesActive(t, beneath(lb.ID, statusOfMember(pool.ID, created.ID)))

	patiently(t, func() error { return pools.DeleteMember(cloud, pool.ID, created.ID).ExtractErr() })
	becomesDeleted(t, beneath(lb.ID, statusOfMember(pool.ID, created.ID)))
}

func TestBatchOfMembers(t *testing.T) {
	t.Parallel()
	lb := newLoadBalancer(t)
	pool := newPool(t, lb.ID)
	for _, addresses := range [][]string{{"10.0.0.1", "10.0.0.2"}, {"10.0.0.2", "10.0.0.3"}, {}} {
		var batch []pools.BatchUpdateMemberOpts
		for weight, address := range addresses {
			weight, name, none := weight, "member of "+address, ""
			batch = append(batch, pools.BatchUpdateMemberOpts{
				Address: address, ProtocolPort: 80, Name: &name, Weight: &weight, SubnetID: &none,
			})
		}
		patiently(t, func() error { return pools.BatchUpdateMembers(cloud, pool.ID, batch).ExtractErr() })
		becomesActive(t, statusOf(lb.ID))
		eventually(t, func() bool { return len(members(t, pool.ID, pools.ListMembersOpts{})) == len(addresses) })
		for i, found := range members(t, pool.ID, pools.ListMembersOpts{SortKey: "address"}) {
			equal(t, "address", found.Address, addresses[i])
			equal(t, "weight", found.Weight, i)
			equal(t, "name", found.Name, "member of "+addresses[i])
			equal(t, "subnet", found.SubnetID, "")
		}
	}
}
