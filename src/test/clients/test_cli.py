"""Every command of the openstack client's load balancer plugin, as its users type it."""

import importlib.metadata
import json
import pathlib
import unittest
import uuid

from case import SUBNET, ClientCase, admin, unique
from openstack_cli import CliError, cli, cli_json, eventually


class LoadBalancerCommands(ClientCase):
    def test_life_cycle(self):
        lb = self.load_balancer("--description first --tag blue")
        shown = cli_json(f"loadbalancer show {lb}")
        self.assertEqual("first", shown["description"])
        self.assertEqual("ACTIVE", shown["provisioning_status"])
        self.assertEqual("noop", shown["provider"])
        self.assertIn(lb, [found["name"] for found in cli_json("loadbalancer list --tags blue")])
        cli(f"loadbalancer set {lb} --description second --tag green --disable --wait")
        shown = cli_json(f"loadbalancer show {lb}")
        self.assertEqual("second", shown["description"])
        self.assertFalse(shown["admin_state_up"])
        self.assertEqual({"blue", "green"}, set(shown["tags"].split()))
        cli(f"loadbalancer unset {lb} --description --all-tag --vip-qos-policy-id --wait")
        shown = cli_json(f"loadbalancer show {lb}")
        self.assertEqual("", shown["description"])
        self.assertEqual("", shown["tags"])
        cli(f"loadbalancer delete {lb} --wait")
        self.assert_refused(f"loadbalancer show {lb}", "Unable to locate")

    def test_additional_vip(self):
        [subnet] = [found for found in admin("vip-subnets")["vip_subnets"] if found["name"] == SUBNET]
        second = {"name": unique("six"), "cidr": f"fd{uuid.uuid4().hex[:2]}::/64", "network_id": subnet["network_id"]}
        admin("vip-subnets", second)
        lb = self.load_balancer(f"--additional-vip subnet-id={second['name']}")
        self.assertIn(second["cidr"][:4], cli(f"loadbalancer show {lb} -c additional_vips"))

    def test_status_and_statistics(self):
        lb = self.load_balancer()
        listener = self.listener(lb)
        status = json.loads(cli(f"loadbalancer status show {lb}"))
        self.assertEqual(listener, status["loadbalancer"]["listeners"][0]["name"])
        wanted = {"active_connections", "bytes_in", "bytes_out", "request_errors", "total_connections"}
        self.assertEqual(wanted, set(cli_json(f"loadbalancer stats show {lb}")))
        self.assertEqual(wanted, set(cli_json(f"loadbalancer listener stats show {listener}")))

    def test_failover(self):
        lb = self.load_balancer()
        cli(f"loadbalancer failover {lb} --wait")
        self.assertEqual("ACTIVE", cli_json(f"loadbalancer show {lb}")["provisioning_status"])

    def test_children_forbid_a_plain_delete(self):
        lb = self.load_balancer()
        self.listener(lb)
        self.assert_refused(f"loadbalancer delete {lb}", "it has children")


class ListenerCommands(ClientCase):
    def test_life_cycle(self):
        lb = self.load_balancer()
        pool = self.pool(lb)
        listener = self.listener(
            lb,
            options="--insert-headers X-Forwarded-For=true,X-Forwarded-Port=true --connection-limit 100"
            " --timeout-client-data 10000 --timeout-member-connect 2000 --timeout-member-data 20000"
            f" --timeout-tcp-inspect 10 --allowed-cidr 10.0.0.0/8 --default-pool {pool} --tag a",
        )
        shown = cli_json(f"loadbalancer listener show {listener}")
        self.assertEqual(100, shown["connection_limit"])
        self.assertEqual("10.0.0.0/8", shown["allowed_cidrs"])
        self.assertIn(listener, [found["name"] for found in cli_json(f"loadbalancer listener list --loadbalancer {lb}")])
        cli(f"loadbalancer listener set {listener} --connection-limit 200 --disable --description d --wait")
        shown = cli_json(f"loadbalancer listener show {listener}")
        self.assertEqual((200, "d", False), (shown["connection_limit"], shown["description"], shown["admin_state_up"]))
        cli(
            f"loadbalancer listener unset {listener} --description --connection-limit --default-pool"
            " --insert-headers --timeout-client-data --timeout-member-connect --timeout-member-data"
            " --timeout-tcp-inspect --allowed-cidrs --all-tag --wait"
        )
        shown = cli_json(f"loadbalancer listener show {listener}")
        self.assertEqual((-1, 50000, None), (shown["connection_limit"], shown["timeout_client_data"], shown["allowed_cidrs"]))
        cli(f"loadbalancer listener delete {listener} --wait")
        self.assert_refused(f"loadbalancer listener show {listener}", "Unable to locate")

    def test_every_plain_protocol(self):
        lb = self.load_balancer()
        for port, protocol in enumerate(["TCP", "HTTP", "HTTPS", "UDP", "SCTP", "PROMETHEUS"], 1000):
            listener = self.listener(lb, protocol, port)
            self.assertEqual(protocol, cli_json(f"loadbalancer listener show {listener}")["protocol"])


class PoolCommands(ClientCase):
    def test_life_cycle(self):
        lb = self.load_balancer()
        pool = self.pool(lb, options="--session-persistence type=APP_COOKIE,cookie_name=sid --tag a")
        self.assertIn("sid", cli(f"loadbalancer pool show {pool} -c session_persistence"))
        self.assertIn(pool, [found["name"] for found in cli_json(f"loadbalancer pool list --loadbalancer {lb}")])
        cli(f"loadbalancer pool set {pool} --lb-algorithm LEAST_CONNECTIONS --description d --disable --wait")
        self.assertEqual("LEAST_CONNECTIONS", cli_json(f"loadbalancer pool show {pool}")["lb_algorithm"])
        cli(f"loadbalancer pool unset {pool} --session-persistence --description --all-tag --wait")
        self.assertIsNone(cli_json(f"loadbalancer pool show {pool}")["session_persistence"])
        cli(f"loadbalancer pool delete {pool} --wait")
        self.assert_refused(f"loadbalancer pool show {pool}", "Unable to locate")

    def test_pool_of_a_listener(self):
        lb = self.load_balancer()
        listener = self.listener(lb)
        pool = unique("pool")
        cli(
            f"loadbalancer pool create --name {pool} --listener {listener} --protocol HTTP"
            " --lb-algorithm SOURCE_IP --wait"
        )
        shown = cli_json(f"loadbalancer pool show {pool}")
        self.assertEqual(shown["id"], cli_json(f"loadbalancer listener show {listener}")["default_pool_id"])

    def test_re_encryption(self):
        pool = self.pool(self.load_balancer(), options="--enable-tls --tls-version TLSv1.2 --alpn-protocol http/1.1")
        self.assertTrue(cli_json(f"loadbalancer pool show {pool}")["tls_enabled"])
        cli(f"loadbalancer pool unset {pool} --tls-versions --alpn-protocols --tls-ciphers --wait")


class MemberCommands(ClientCase):
    def test_life_cycle(self):
        pool = self.pool(self.load_balancer())
        cli(
            f"loadbalancer member create {pool} --name m --address 10.0.0.1 --protocol-port 80 --weight 5"
            f" --subnet-id {SUBNET} --monitor-port 8080 --monitor-address 10.0.0.2 --enable-backup --tag a --wait"
        )
        shown = cli_json(f"loadbalancer member show {pool} m")
        self.assertEqual(("10.0.0.1", 5, True), (shown["address"], shown["weight"], shown["backup"]))
        self.assertEqual(1, len(cli_json(f"loadbalancer member list {pool}")))
        cli(f"loadbalancer member set {pool} m --weight 7 --disable-backup --disable --wait")
        shown = cli_json(f"loadbalancer member show {pool} m")
        self.assertEqual((7, False, False), (shown["weight"], shown["backup"], shown["admin_state_up"]))
        cli(f"loadbalancer member unset {pool} m --weight --monitor-port --monitor-address --backup --all-tag --wait")
        self.assertEqual(1, cli_json(f"loadbalancer member show {pool} m")["weight"])
        cli(f"loadbalancer member delete {pool} m --wait")
        self.assertEqual([], cli_json(f"loadbalancer member list {pool}"))


class HealthMonitorCommands(ClientCase):
    def test_life_cycle(self):
        pool = self.pool(self.load_balancer())
        monitor = unique("monitor")
        cli(
            f"loadbalancer healthmonitor create {pool} --name {monitor} --type HTTP --delay 5 --timeout 3"
            " --max-retries 2 --max-retries-down 4 --http-method HEAD --url-path /up --expected-codes 200-204"
            " --http-version 1.1 --domain-name www.example.com --tag a --wait"
        )
        shown = cli_json(f"loadbalancer healthmonitor show {monitor}")
        self.assertEqual(("HEAD", "/up", 1.1), (shown["http_method"], shown["url_path"], shown["http_version"]))
        self.assertIn(monitor, [found["name"] for found in cli_json("loadbalancer healthmonitor list")])
        cli(f"loadbalancer healthmonitor set {monitor} --delay 9 --disable --wait")
        self.assertEqual(9, cli_json(f"loadbalancer healthmonitor show {monitor}")["delay"])
        cli(
            f"loadbalancer healthmonitor unset {monitor} --domain-name --http-version --expected-codes"
            " --http-method --max-retries-down --url-path --all-tag --wait"
        )
        shown = cli_json(f"loadbalancer healthmonitor show {monitor}")
        self.assertEqual(("GET", "/", "200"), (shown["http_method"], shown["url_path"], shown["expected_codes"]))
        cli(f"loadbalancer healthmonitor delete {monitor} --wait")
        self.assert_refused(f"loadbalancer healthmonitor show {monitor}", "Unable to locate")


class L7Commands(ClientCase):
    def test_policies(self):
        lb = self.load_balancer()
        listener, pool = self.listener(lb), self.pool(lb)
        first, second = unique("policy"), unique("policy")
        cli(
            f"loadbalancer l7policy create {listener} --name {first} --action REDIRECT_TO_URL"
            " --redirect-url https://example.com/ --redirect-http-code 301 --description d --tag a --wait"
        )
        cli(
            f"loadbalancer l7policy create {listener} --name {second} --action REDIRECT_TO_POOL"
            f" --redirect-pool {pool} --position 1 --wait"
        )
        self.assertEqual(2, cli_json(f"loadbalancer l7policy show {first}")["position"])
        cli(f"loadbalancer l7policy set {first} --action REDIRECT_PREFIX --redirect-prefix https://a.example --wait")
        cli(f"loadbalancer l7policy unset {first} --description --redirect-http-code --all-tag --wait")
        shown = cli_json(f"loadbalancer l7policy show {first}")
        self.assertEqual(("https://a.example", None, 302), tuple(shown[k] for k in (
            "redirect_prefix", "redirect_url", "redirect_http_code")))
        self.assertEqual(2, len([p for p in cli_json("loadbalancer l7policy list") if p["name"] in (first, second)]))
        cli(f"loadbalancer l7policy delete {second} --wait")
        self.assertEqual(1, cli_json(f"loadbalancer l7policy show {first}")["position"])

    def test_rules(self):
        listener = self.listener(self.load_balancer())
        policy = unique("policy")
        cli(f"loadbalancer l7policy create {listener} --name {policy} --action REJECT --wait")
        rule = cli_json(
            f"loadbalancer l7rule create {policy} --type HEADER --key X-Test --compare-type STARTS_WITH"
            " --value secret --invert --tag a"
        )["id"]
        eventually(lambda: cli_json(f"loadbalancer l7rule show {policy} {rule}")["provisioning_status"], "ACTIVE")
        cli(f"loadbalancer l7rule set {policy} {rule} --value other --wait")
        cli(f"loadbalancer l7rule unset {policy} {rule} --invert --all-tag --wait")
        shown = cli_json(f"loadbalancer l7rule show {policy} {rule}")
        self.assertEqual(("other", False), (shown["value"], shown["invert"]))
        self.assertEqual([rule], [found["id"] for found in cli_json(f"loadbalancer l7rule list {policy}")])
        cli(f"loadbalancer l7rule delete {policy} {rule} --wait")
        self.assertEqual([], cli_json(f"loadbalancer l7rule list {policy}"))


class OperatorCommands(ClientCase):
    def test_quotas(self):
        project = unique("project")
        cli(f"loadbalancer quota set {project} --loadbalancer 3 --listener 4 --pool 5 --member 6 --healthmonitor 7"
            " --l7policy 8 --l7rule 9")
        shown = cli_json(f"loadbalancer quota show {project}")
        self.assertEqual([3, 4, 5, 6, 7, 8, 9], [shown[k] for k in (
            "load_balancer", "listener", "pool", "member", "health_monitor", "l7policy", "l7rule")])
        self.assertTrue(cli_json("loadbalancer quota list"))
        cli(f"loadbalancer quota unset {project} --member")
        defaults = cli_json("loadbalancer quota defaults show")
        self.assertEqual(defaults["member"], cli_json(f"loadbalancer quota show {project}")["member"])
        cli(f"loadbalancer quota reset {project}")
        self.assertEqual(defaults["load_balancer"], cli_json(f"loadbalancer quota show {project}")["load_balancer"])

    def test_providers(self):
        self.assertIn("noop", [found["name"] for found in cli_json("loadbalancer provider list")])
        cli("loadbalancer provider capability list noop")
        cli("loadbalancer provider capability list noop --availability-zone")

    def test_flavors(self):
        profile, flavor = unique("profile"), unique("flavor")
        cli(f"loadbalancer flavorprofile create --name {profile} --provider noop --flavor-data '{{}}'")
        cli(f"loadbalancer flavor create --name {flavor} --flavorprofile {profile} --description d --enable")
        self.assertIn(flavor, [found["name"] for found in cli_json("loadbalancer flavor list")])
        self.assertIn(profile, [found["name"] for found in cli_json("loadbalancer flavorprofile list")])
        lb = self.load_balancer(f"--flavor {flavor}")
        shown = cli_json(f"loadbalancer flavor show {flavor}")
        self.assertEqual(shown["id"], cli_json(f"loadbalancer show {lb}")["flavor_id"])
        self.assert_refused(f"loadbalancer flavor delete {flavor}", "in use")
        self.gone(lb)
        cli(f"loadbalancer flavor set {flavor} --disable")
        cli(f"loadbalancer flavor unset {flavor} --description")
        cli(f"loadbalancer flavor delete {flavor}")
        cli(f"loadbalancer flavorprofile set {profile} --name {profile}2")
        self.assertEqual("noop", cli_json(f"loadbalancer flavorprofile show {profile}2")["provider_name"])
        cli(f"loadbalancer flavorprofile delete {profile}2")

    def test_availability_zones(self):
        profile, zone = unique("profile"), unique("zone")
        cli(f"loadbalancer availabilityzoneprofile create --name {profile} --provider noop"
            " --availability-zone-data '{}'")
        cli(f"loadbalancer availabilityzone create --name {zone} --availabilityzoneprofile {profile} --description d")
        self.assertIn(zone, [found["name"] for found in cli_json("loadbalancer availabilityzone list")])
        self.assertIn(profile, [found["name"] for found in cli_json("loadbalancer availabilityzoneprofile list")])
        cli(f"loadbalancer availabilityzone set {zone} --description e --disable")
        cli(f"loadbalancer availabilityzone unset {zone} --description")
        self.assertFalse(cli_json(f"loadbalancer availabilityzone show {zone}")["enabled"])
        cli(f"loadbalancer availabilityzone delete {zone}")
        cli(f"loadbalancer availabilityzoneprofile set {profile} --name {profile}2")
        cli(f"loadbalancer availabilityzoneprofile show {profile}2")
        cli(f"loadbalancer availabilityzoneprofile delete {profile}2")

    def test_amphorae(self):
        lb = self.load_balancer()
        lb_id = cli_json(f"loadbalancer show {lb}")["id"]
        found = cli_json(f"loadbalancer amphora list --loadbalancer {lb}")
        self.assertEqual([lb_id], [amphora["loadbalancer_id"] for amphora in found])
        amphora = found[0]["id"]
        self.assertEqual(lb_id, cli_json(f"loadbalancer amphora show {amphora}")["loadbalancer_id"])
        cli(f"loadbalancer amphora stats show {amphora}")
        cli(f"loadbalancer amphora configure {amphora} --wait")
        cli(f"loadbalancer amphora failover {amphora} --wait")
        with self.assertRaises(CliError):
            cli(f"loadbalancer amphora delete {amphora}")


class Completeness(unittest.TestCase):
    def test_every_command_is_tried(self):
        folder = pathlib.Path(__file__).parent
        source = (folder / "case.py").read_text() + (folder / "test_cli.py").read_text()
        commands = [
            entry.name.replace("_", " ")
            for entry in importlib.metadata.entry_points(group="openstack.load_balancer.v2")
        ]
        self.assertEqual([], [command for command in commands if command + " " not in source
                              and command + '"' not in source])


if __name__ == "__main__":
    unittest.main()
