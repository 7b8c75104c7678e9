package clients

import (
	"testing"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/l7policies"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/listeners"
)

func statusOfPolicy(id string) status {
	return func() (string, error) {
		found, err := l7policies.Get(cloud, id).Extract()
		if err != nil {
			return "", err
		}
		return found.ProvisioningStatus, nil
	}
}

func statusOfRule(policy, id string) status {
	return func() (string, error) {
		found, err := l7policies.GetRule(cloud, policy, id).Extract()
		if err != nil {
			return "", err
		}
		return found.ProvisioningStatus, nil
	}
}

func newPolicy(t *testing.T, lb string, asked l7policies.CreateOpts) *l7policies.L7Policy {
	t.Helper()
	var result l7policies.CreateResult
	patiently(t, func() error {
		result = l7policies.Create(cloud, asked)
		return result.Err
	})
	created, err := result.Extract()
	check(t, err)
	answered(t, "l7policy", asked, result.Body)
	becomesActive(t, beneath(lb, statusOfPolicy(created.ID)))
	return created
}

func TestPolicy(t *testing.T) {
	t.Parallel()
	lb := newLoadBalancer(t)
	pool, listener := newPool(t, lb.ID), newListener(t, lb.ID, listeners.CreateOpts{})
	created := newPolicy(t, lb.ID, l7policies.CreateOpts{
		ListenerID: listener.ID, Name: unique("policy"), Description: "first", Position: 1,
		Action: l7policies.ActionRedirectToURL, RedirectURL: "http://www.example.com/",
		AdminStateUp: gophercloud.Enabled,
	})

	pages, err := l7policies.List(cloud, l7policies.ListOpts{
		ID: created.ID, Name: created.Name, Description: "first", ListenerID: listener.ID, Action: "REDIRECT_TO_URL",
		ProjectID: created.ProjectID, RedirectURL: "http://www.example.com/", Position: 1, AdminStateUp: true,
		SortKey: "position", SortDir: "asc", Limit: 10,
	}).AllPages()
	check(t, err)
	found, err := l7policies.ExtractL7Policies(pages)
	check(t, err)
	equal(t, "listed", len(found), 1)

	name, empty := unique("policy"), ""
	change := l7policies.UpdateOpts{
		Name: &name, Description: &empty, Action: l7policies.ActionRedirectToPool, RedirectPoolID: &pool.ID,
		Position: 1, AdminStateUp: gophercloud.Disabled,
	}
	var changed l7policies.UpdateResult
	patiently(t, func() error {
		changed = l7policies.Update(cloud, created.ID, change)
		return changed.Err
	})
	answered(t, "l7policy", change, changed.Body)
	becomesActive(t, beneath(lb.ID, statusOfPolicy(created.ID)))
	shown, err := l7policies.Get(cloud, created.ID).Extract()
	check(t, err)
	equal(t, "URL of the former action", shown.RedirectURL, "")

	patiently(t, func() error { return l7policies.Delete(cloud, created.ID).ExtractErr() })
	becomesDeleted(t, beneath(lb.ID, statusOfPolicy(created.ID)))
}

func TestRule(t *testing.T) {
	t.Parallel()
	lb := newLoadBalancer(t)
	listener := newListener(t, lb.ID, listeners.CreateOpts{})
	policy := newPolicy(t, lb.ID, l7policies.CreateOpts{ListenerID: listener.ID, Action: l7policies.ActionReject})
	asked := l7policies.CreateRuleOpts{
		RuleType: l7policies.TypeHeader, CompareType: l7policies.CompareTypeStartWith, Key: "X-Test", Value: "one",
		Invert: true, AdminStateUp: gophercloud.Enabled,
	}
	var result l7policies.CreateRuleResult
	patiently(t, func() error {
		result = l7policies.CreateRule(cloud, policy.ID, asked)
		return result.Err
	})
	created, err := result.Extract()
	check(t, err)
	answered(t, "rule", asked, result.Body)
	becomesActive(t, beneath(lb.ID, statusOfRule(policy.ID, created.ID)))

	pages, err := l7policies.ListRules(cloud, policy.ID, l7policies.ListRulesOpts{
		ID: created.ID, RuleType: l7policies.TypeHeader, CompareType: l7policies.CompareTypeStartWith, Key: "X-Test",
		Value: "one", Invert: true, AdminStateUp: true, ProjectID: created.ProjectID, SortKey: "type", Limit: 10,
	}).AllPages()
	check(t, err)
	found, err := l7policies.ExtractRules(pages)
	check(t, err)
	equal(t, "listed", len(found), 1)

	none := ""
	change := l7policies.UpdateRuleOpts{
		RuleType: l7policies.TypePath, CompareType: l7policies.CompareTypeEqual, Value: "/two", Key: &none,
		Invert: gophercloud.Disabled, AdminStateUp: gophercloud.Disabled,
	}
	var changed l7policies.UpdateRuleResult
	patiently(t, func() error {
		changed = l7policies.UpdateRule(cloud, policy.ID, created.ID, change)
		return changed.Err
	})
	shown, err := changed.Extract()
	check(t, err)
	equal(t, "changed", []interface{}{shown.RuleType, shown.CompareType, shown.Value, shown.Key, shown.Invert},
		[]interface{}{"PATH", "EQUAL_TO", "/two", "", false})
	becomesActive(t, beneath(lb.ID, statusOfRule(policy.ID, created.ID)))

	patiently(t, func() error { return l7policies.DeleteRule(cloud, policy.ID, created.ID).ExtractErr() })
	becomesDeleted(t, beneath(lb.ID, statusOfRule(policy.ID, created.ID)))
}
