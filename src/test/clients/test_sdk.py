"""openstacksdk's load balancer proxy, every method of it."""

import os
import pathlib
import unittest

import openstack
from openstack.exceptions import BadRequestException, ConflictException, ResourceNotFound
from openstack.load_balancer.v2 import _proxy

from case import unique
from openstack_cli import eventually

UNKNOWN = "00000000-0000-4000-8000-000000000000"


def connect():
    endpoint = os.environ["OS_ENDPOINT"]
    credentials = {"username": os.environ["OS_USERNAME"], "password": os.environ["OS_PASSWORD"]}
    return openstack.connect(
        auth_type="http_basic",
        auth={"endpoint": endpoint, **credentials},
        load_balancer_endpoint_override=endpoint,
        network_endpoint_override=endpoint,
    )


class SdkCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cloud = connect()
        cls.sdk = cls.cloud.load_balancer
        cls.subnet = cls.cloud.network.find_subnet("loopback").id

    @classmethod
    def tearDownClass(cls):
        cls.cloud.close()

    def load_balancer(self, **attributes):
        created = self.sdk.create_load_balancer(
            name=unique("sdk"), provider="noop", vip_subnet_id=self.subnet, **attributes
        )
        self.addCleanup(self.gone, created)
        return self.sdk.wait_for_load_balancer(created.id, interval=0.2, wait=60)

    def gone(self, lb):
        eventually(lambda: self.deleted(lb), True)

    def deleted(self, lb):
        """Asks again while something of it is pending."""
        try:
            self.sdk.delete_load_balancer(lb.id, ignore_missing=False, cascade=True)
        except ConflictException:
            return False
        except ResourceNotFound:
            return True
        return False

    def settled(self, fetch):
        eventually(lambda: fetch().provisioning_status, "ACTIVE")


class LoadBalancers(SdkCase):
    def test_life_cycle(self):
        sdk, lb = self.sdk, self.load_balancer(tags=["a", "b"])
        self.assertEqual(lb.id, sdk.find_load_balancer(lb.name).id)
        self.assertEqual(lb.vip_address, sdk.get_load_balancer(lb.id).vip_address)
        self.assertEqual([lb.id], [found.id for found in sdk.load_balancers(name=lb.name, is_admin_state_up=True)])
        updated = sdk.update_load_balancer(lb, description="changed")
        self.assertEqual("changed", updated.description)
        self.settled(lambda: sdk.get_load_balancer(lb.id))
        self.assertEqual(0, sdk.get_load_balancer_statistics(lb.id).total_connections)
        sdk.failover_load_balancer(lb.id)
        sdk.wait_for_load_balancer(lb.id, interval=0.2, wait=60)

    def test_what_is_not_there(self):
        self.assertIsNone(self.sdk.find_load_balancer(unique("nobody")))
        with self.assertRaises(ResourceNotFound):
            self.sdk.get_load_balancer(UNKNOWN)

    def test_pages(self):
        mine = {self.load_balancer().id for _ in range(3)}
        self.assertLessEqual(mine, {found.id for found in self.sdk.load_balancers(limit=1)})


class Children(SdkCase):
    def test_tree(self):
        sdk, lb = self.sdk, self.load_balancer()
        listener = sdk.create_listener(name=unique("l"), load_balancer_id=lb.id, protocol="HTTP", protocol_port=80)
        pool = sdk.create_pool(
            name=unique("p"),
            listener_id=listener.id,
            protocol="HTTP",
            lb_algorithm="ROUND_ROBIN",
            session_persistence={"type": "HTTP_COOKIE"},
        )
        member = sdk.create_member(pool, name="m", address="10.0.0.9", protocol_port=80)
        monitor = sdk.create_health_monitor(
            name=unique("h"), pool_id=pool.id, type="PING", delay=5, timeout=3, max_retries=2
        )
        policy = sdk.create_l7_policy(name=unique("l7"), listener_id=listener.id, action="REJECT")
        rule = sdk.create_l7_rule(policy, type="PATH", compare_type="STARTS_WITH", value="/private")

        found = {
            listener.id: sdk.find_listener(listener.name),
            pool.id: sdk.find_pool(pool.name),
            member.id: sdk.find_member("m", pool),
            monitor.id: sdk.find_health_monitor(monitor.name),
            policy.id: sdk.find_l7_policy(policy.name),
            rule.id: sdk.find_l7_rule(rule.id, policy),
        }
        self.assertEqual(list(found), [each.id for each in found.values()])
        self.assertEqual([listener.id], [each.id for each in sdk.listeners(load_balancer_id=lb.id)])
        self.assertEqual([pool.id], [each.id for each in sdk.pools(loadbalancer_id=lb.id)])
        self.assertEqual([member.id], [each.id for each in sdk.members(pool)])
        self.assertEqual([monitor.id], [each.id for each in sdk.health_monitors(pool_id=pool.id)])
        self.assertEqual([policy.id], [each.id for each in sdk.l7_policies(listener_id=listener.id)])
        self.assertEqual([rule.id], [each.id for each in sdk.l7_rules(policy)])

        for change in (
            lambda: sdk.update_listener(listener, connection_limit=5),
            lambda: sdk.update_pool(pool, lb_algorithm="LEAST_CONNECTIONS"),
            lambda: sdk.update_member(member, pool, weight=3),
            lambda: sdk.update_health_monitor(monitor, delay=7),
            lambda: sdk.update_l7_policy(policy, action="REDIRECT_TO_URL", redirect_url="http://a.example/"),
            lambda: sdk.update_l7_rule(rule, policy, rule_value="/secret"),
        ):
            self.patiently(change)
        self.settled(lambda: sdk.get_load_balancer(lb.id))
        self.assertEqual(5, sdk.get_listener(listener.id).connection_limit)
        self.assertEqual("LEAST_CONNECTIONS", sdk.get_pool(pool.id).lb_algorithm)
        self.assertEqual(3, sdk.get_member(member.id, pool).weight)
        self.assertEqual(7, sdk.get_health_monitor(monitor.id).delay)
        self.assertEqual("http://a.example/", sdk.get_l7_policy(policy.id).redirect_url)
        self.assertEqual("/secret", sdk.get_l7_rule(rule.id, policy).rule_value)
        self.assertEqual(0, sdk.get_listener_statistics(listener.id).bytes_in)

        for removal in (
            lambda: sdk.delete_l7_rule(rule, policy),
            lambda: sdk.delete_l7_policy(policy),
            lambda: sdk.delete_health_monitor(monitor),
            lambda: sdk.delete_member(member, pool),
            lambda: sdk.delete_pool(pool),
            lambda: sdk.delete_listener(listener),
        ):
            self.patiently(removal)
        eventually(lambda: list(sdk.listeners(load_balancer_id=lb.id)), [])

    def patiently(self, change):
        """Makes a change of what may still be pending, as automation does on a conflict."""

        def accepted():
            try:
                change()
            except ConflictException:
                return False
            return True

        eventually(accepted, True)

    def test_refusals_tell_why(self):
        lb = self.load_balancer()
        with self.assertRaisesRegex(BadRequestException, "Value should be one of: "):
            self.sdk.create_listener(load_balancer_id=lb.id, protocol="GOPHER", protocol_port=70)


class Operators(SdkCase):
    def test_flavors(self):
        sdk = self.sdk
        profile = sdk.create_flavor_profile(name=unique("fp"), provider_name="noop", flavor_data="{}")
        flavor = sdk.create_flavor(name=unique("f"), flavor_profile_id=profile.id, is_enabled=True)
        self.assertEqual(profile.id, sdk.find_flavor_profile(profile.name).id)
        self.assertEqual(flavor.id, sdk.find_flavor(flavor.name).id)
        sdk.update_flavor(flavor, description="d")
        sdk.update_flavor_profile(profile, name=unique("renamed"))
        self.assertEqual("d", sdk.get_flavor(flavor.id).description)
        self.assertEqual("noop", sdk.get_flavor_profile(profile.id).provider_name)
        self.assertIn(flavor.id, [each.id for each in sdk.flavors()])
        self.assertIn(profile.id, [each.id for each in sdk.flavor_profiles()])
        sdk.delete_flavor(flavor)
        sdk.delete_flavor_profile(profile)

    def test_availability_zones(self):
        sdk = self.sdk
        profile = sdk.create_availability_zone_profile(
            name=unique("zp"), provider_name="noop", availability_zone_data="{}"
        )
        zone = sdk.create_availability_zone(name=unique("z"), availability_zone_profile_id=profile.id, is_enabled=True)
        self.assertEqual(profile.id, sdk.find_availability_zone_profile(profile.name).id)
        self.assertEqual(zone.name, sdk.find_availability_zone(zone.name).name)
        sdk.update_availability_zone(zone.name, description="d")
        sdk.update_availability_zone_profile(profile, name=unique("renamed"))
        self.assertEqual("d", sdk.get_availability_zone(zone.name).description)
        self.assertEqual("noop", sdk.get_availability_zone_profile(profile.id).provider_name)
        self.assertIn(zone.name, [each.name for each in sdk.availability_zones()])
        self.assertIn(profile.id, [each.id for each in sdk.availability_zone_profiles()])
        sdk.delete_availability_zone(zone.name)
        sdk.delete_availability_zone_profile(profile)

    def test_quotas(self):
        sdk, project = self.sdk, unique("project")
        default = sdk.get_quota_default()
        sdk.update_quota(project, load_balancers=12)
        self.assertEqual(12, sdk.get_quota(project).load_balancers)
        self.assertTrue(list(sdk.quotas()))
        sdk.delete_quota(project)
        self.assertEqual(default.load_balancers, sdk.get_quota(project).load_balancers)

    def test_providers(self):
        self.assertIn("noop", [each.name for each in self.sdk.providers()])
        list(self.sdk.provider_flavor_capabilities("noop"))

    def test_amphorae(self):
        sdk, lb = self.sdk, self.load_balancer()
        [amphora] = sdk.amphorae(loadbalancer_id=lb.id)
        self.assertEqual(amphora.id, sdk.find_amphora(amphora.id).id)
        self.assertEqual(lb.id, sdk.get_amphora(amphora.id).loadbalancer_id)
        sdk.configure_amphora(amphora.id)
        sdk.wait_for_load_balancer(lb.id, interval=0.2, wait=60)
        sdk.failover_amphora(amphora.id)
        sdk.wait_for_load_balancer(lb.id, interval=0.2, wait=60)


class Completeness(unittest.TestCase):
    def test_every_method_is_tried(self):
        source = pathlib.Path(__file__).read_text()
        methods = [name for name in vars(_proxy.Proxy) if not name.startswith("_") and callable(getattr(_proxy.Proxy, name))]
        self.assertTrue(methods)
        self.assertEqual([], [name for name in methods if f"sdk.{name}(" not in source])


if __name__ == "__main__":
    unittest.main()
