"""Where a connection came from, whatever a forwarding header says of it."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from flask import Request

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def comes_from(asked: Request, networks: Iterable[Network]) -> bool:
    """Whether the connection itself, and not a header, comes from one of the networks."""
    before_forwarding = asked.environ.get("werkzeug.proxy_fix.orig", asked.environ)
    try:
        peer = ipaddress.ip_address(str(before_forwarding.get("REMOTE_ADDR")))
    except ValueError:
        return False
    return any(peer in network for network in networks)
