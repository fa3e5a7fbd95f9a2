"""Which addresses may be fetched: http(s), and never one of this machine or its network unless a person allows it.

A name is looked up once, what it leads to is checked, and the connection is made to just that: a name that means something else a moment
later (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from generator.errors import AddingError
from generator.messages import message

#: Gives the IP addresses of a host's name. Raises OSError for a name that there is not.
Resolver = Callable[[str], Sequence[str]]
_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000  #: characters of an address
_SAFE = "/?#[]@!$&'()*+,;=:%-._~"


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be fetched, and the ``ip`` that is connected to."""

    address: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def authority(self) -> str:
        """Host and port as the header Host states them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def is_address(given: str) -> bool:
    """Return whether ``given`` is meant as a web address and not as a path: it begins with a scheme and ``://``."""
    scheme, separator, _ = given.strip().partition("://")
    return bool(separator) and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum() and len(scheme) > 1


def system_resolver(host: str) -> list[str]:
    """Return the IP addresses that the system knows for ``host``."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)))


def is_private(ip: str) -> bool:
    """Return whether an IP address is not of the public internet: of this machine, a local network, a test, or one wrapped in another."""
    try:
        found = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return True
    if isinstance(found, ipaddress.IPv6Address):
        inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if found in _NAT64:
            inner.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
        if any(wrapped is not None and is_private(str(wrapped)) for wrapped in inner):
            return True
    return not found.is_global or found.is_multicast


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def target_of(address: str, resolve: Resolver, refuses: Callable[[str], bool] | None) -> Target:
    """Return what ``address`` leads to; ``refuses`` says of an IP that it is private (None allows all).

    Raises AddingError for an address that is none, has a scheme other than http(s) or a user's name, for a host that there is not, and for
    one any of whose IPs is refused.
    """
    written = address.strip()
    try:
        parts = urlsplit(written)
        port, host = parts.port, (parts.hostname or "").rstrip(".")
    except ValueError as error:
        raise _error("no_address", address) from error
    if parts.scheme.lower() not in _PORTS:
        raise _error("scheme", address)
    if not host or len(written) > _LONGEST or any(ord(char) < 33 for char in written) or parts.username is not None or port == 0:
        raise _error("no_address", address)
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
        found = list(resolve(name))
    except (OSError, UnicodeError) as error:
        raise _error("no_host", address, host=host) from error
    if not found:
        raise _error("no_host", address, host=host)
    if refuses is not None and any(refuses(ip) for ip in found):
        raise _error("private", address, host=host)
    scheme = parts.scheme.lower()
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_SAFE)
    return Target(written, scheme, name, port or _PORTS[scheme], path, found[0])


def _error(key: str, address: str, **values: object) -> AddingError:
    return AddingError(message(f"web.{key}", **values), path=address, fix=message(f"web.fix.{key}"))
