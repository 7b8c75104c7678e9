"""What the tests of the clients share: a load balancer of their own, that is gone when they end."""

import base64
import json
import os
import unittest
import urllib.request
import uuid

from openstack_cli import CliError, cli, cli_json

SUBNET = "loopback"


def unique(prefix):
    return f"{prefix}-{uuid.uuid4().hex[:8]}"


def admin(path, body=None):
    """Asks the operator's interface, or adds something there."""
    endpoint = os.environ["OS_ENDPOINT"]
    credentials = f"{os.environ['OS_USERNAME']}:{os.environ['OS_PASSWORD']}"
    request = urllib.request.Request(f"{endpoint}/admin/v1/{path}", data=body and json.dumps(body).encode())
    request.add_header("Authorization", "Basic " + base64.b64encode(credentials.encode()).decode())
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


class ClientCase(unittest.TestCase):
    maxDiff = None

    def load_balancer(self, options=""):
        name = unique("lb")
        cli(f"loadbalancer create --name {name} --provider noop --vip-subnet-id {SUBNET} --wait {options}")
        self.addCleanup(self.gone, name)
        return name

    def gone(self, name):
        if any(found["name"] == name for found in cli_json("loadbalancer list")):
            cli(f"loadbalancer delete {name} --cascade --wait")

    def listener(self, lb, protocol="HTTP", port=80, options=""):
        name = unique("listener")
        cli(
            f"loadbalancer listener create {lb} --name {name} --protocol {protocol}"
            f" --protocol-port {port} --wait {options}"
        )
        return name

    def pool(self, lb, protocol="HTTP", options=""):
        name = unique("pool")
        cli(
            f"loadbalancer pool create --name {name} --loadbalancer {lb} --protocol {protocol}"
            f" --lb-algorithm ROUND_ROBIN --wait {options}"
        )
        return name

    def assert_refused(self, command, text):
        with self.assertRaises(CliError) as refused:
            cli(command)
        self.assertIn(text, str(refused.exception))
