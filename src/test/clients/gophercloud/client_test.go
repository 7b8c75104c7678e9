// Package clients makes every call of gophercloud's load balancer packages, the library of Terraform's OpenStack provider.
package clients

import (
	"encoding/base64"
	"fmt"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack"
	"github.com/gophercloud/gophercloud/openstack/networking/v2/subnets"
)

// unknown is an id that nothing has.
const unknown = "00000000-0000-4000-8000-000000000000"

var (
	cloud   = connect(openstack.NewLoadBalancerV2)
	network = connect(openstack.NewNetworkV2)
)

type service func(*gophercloud.ProviderClient, gophercloud.EndpointOpts) (*gophercloud.ServiceClient, error)

func connect(open service) *gophercloud.ServiceClient {
	provider := &gophercloud.ProviderClient{
		EndpointLocator: func(gophercloud.EndpointOpts) (string, error) { return os.Getenv("OS_ENDPOINT") + "/", nil },
	}
	client, err := open(provider, gophercloud.EndpointOpts{})
	if err != nil {
		panic(err)
	}
	credentials := os.Getenv("OS_USERNAME") + ":" + os.Getenv("OS_PASSWORD")
	client.MoreHeaders = map[string]string{
		"Authorization": "Basic " + base64.StdEncoding.EncodeToString([]byte(credentials)),
	}
	return client
}

func subnet(t *testing.T) string {
	pages, err := subnets.List(network, subnets.ListOpts{Name: "loopback"}).AllPages()
	check(t, err)
	found, err := subnets.ExtractSubnets(pages)
	check(t, err)
	equal(t, "subnets of that name", len(found), 1)
	return found[0].ID
}

func unique(prefix string) string {
	return fmt.Sprintf("%s-%x", prefix, time.Now().UnixNano())
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal(t *testing.T, what string, found, wanted interface{}) {
	t.Helper()
	if !reflect.DeepEqual(found, wanted) {
		t.Errorf("%s: found %v, wanted %v", what, found, wanted)
	}
}

// answered compares every attribute that a request gave with the body of its answer.
func answered(t *testing.T, root string, asked, body interface{}) {
	t.Helper()
	request, err := gophercloud.BuildRequestBody(asked, "")
	check(t, err)
	answer := body.(map[string]interface{})[root].(map[string]interface{})
	for name, wanted := range request {
		found, there := answer[name]
		if parents, named := map[string]string{
			"loadbalancer_id": "loadbalancers", "listener_id": "listeners", "pool_id": "pools",
		}[name]; named && !there {
			found = answer[parents].([]interface{})[0].(map[string]interface{})["id"]
		}
		if given, nested := wanted.(map[string]interface{}); nested {
			for key, value := range given {
				equal(t, root+"."+name+"."+key, found.(map[string]interface{})[key], value)
			}
			continue
		}
		equal(t, root+"."+name, found, wanted)
	}
}
