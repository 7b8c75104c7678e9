package clients

import (
	"testing"
	"time"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack/loadbalancer/v2/loadbalancers"
)

const (
	patience = 60 * time.Second
	interval = 50 * time.Millisecond
)

// What Terraform's provider takes for a state on the way; it gives up at any other.
var (
	pendingChange = []string{"PENDING_CREATE", "PENDING_UPDATE"}
	pendingDelete = []string{"ERROR", "PENDING_UPDATE", "PENDING_DELETE", "ACTIVE"}
)

// status reads the provisioning status of an object.
type status func() (string, error)

func statusOf(lb string) status {
	return func() (string, error) {
		found, err := loadbalancers.Get(cloud, lb).Extract()
		if err != nil {
			return "", err
		}
		return found.ProvisioningStatus, nil
	}
}

// beneath looks at the load balancer first, and at the object once that is settled.
func beneath(lb string, object status) status {
	return func() (string, error) {
		found, err := statusOf(lb)()
		if err != nil || (found != "ACTIVE" && found != "ERROR") {
			return found, err
		}
		return object()
	}
}

func becomesActive(t *testing.T, look status) {
	t.Helper()
	eventually(t, func() bool {
		found, err := look()
		check(t, err)
		return found == "ACTIVE" || !oneOf(t, pendingChange, found)
	})
}

func becomesDeleted(t *testing.T, look status) {
	t.Helper()
	eventually(t, func() bool {
		found, err := look()
		if _, gone := err.(gophercloud.ErrDefault404); gone {
			return true
		}
		check(t, err)
		return !oneOf(t, pendingDelete, found)
	})
}

func oneOf(t *testing.T, expected []string, found string) bool {
	t.Helper()
	for _, each := range expected {
		if each == found {
			return true
		}
	}
	t.Fatalf("unexpected state %q, wanted one of %v", found, expected)
	return false
}

// patiently asks again where Terraform's provider does.
func patiently(t *testing.T, ask func() error) {
	t.Helper()
	eventually(t, func() bool {
		err := ask()
		switch err.(type) {
		case gophercloud.ErrDefault409, gophercloud.ErrDefault500, gophercloud.ErrDefault503:
			return false
		}
		check(t, err)
		return true
	})
}

func eventually(t *testing.T, done func() bool) {
	t.Helper()
	for until := time.Now().Add(patience); !done(); time.Sleep(interval) {
		if time.Now().After(until) {
			t.Fatalf("nothing after %s", patience)
		}
	}
}
