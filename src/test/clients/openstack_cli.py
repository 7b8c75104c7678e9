"""Runs the real openstack command line client, in this process so that a hundred commands take seconds."""

import contextlib
import io
import json
import shlex
import time
import types

import osc_lib.utils
from openstackclient import shell

# The client waits five seconds between two looks at what it waits for.
osc_lib.utils.time = types.SimpleNamespace(time=time.time, sleep=lambda seconds: time.sleep(min(seconds, 0.1)))


class CliError(Exception):
    """A command that ended with another exit code than 0; its text is what the command said."""


def cli(command):
    """Runs a command, without the leading 'openstack', and returns what it printed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = shell.main(shlex.split(command))
    if code:
        raise CliError(f"openstack {command}\n{out.getvalue()}{err.getvalue()}")
    return out.getvalue()


def cli_json(command):
    """Runs a command that shows or lists something and returns that."""
    return json.loads(cli(command + " -f json"))


def eventually(probe, wanted, seconds=60):
    """Waits until a probe gives what is wanted."""
    until = time.monotonic() + seconds
    while (found := probe()) != wanted:
        if time.monotonic() > until:
            raise AssertionError(f"expected {wanted!r}, found {found!r} after {seconds} s")
        time.sleep(0.1)
