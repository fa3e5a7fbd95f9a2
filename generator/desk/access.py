"""Who may use the desk: only a browser that has this run's key (or the password), only under the desk's own address, only from its pages.

The address asked for (``Host``) must be the desk's, so that no name of another site can lead to it (DNS rebinding). A change must come
from a page of the desk (``Origin``) and bear the session's token, so that no other site can have a browser send it. Whoever has the key or
the password gets a cookie that scripts cannot read and that other sites do not send.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import time
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

MOST_BODY = 64 * 2**20  #: bytes of one request; what is uploaded is checked again where it is saved
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_PAUSE, _FREE = 1.0, 5  #: seconds after each wrong password beyond the first few

#: What a page may load: the desk's own files. Nothing may show it in a frame.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
#: What each answer says besides.
HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


def is_loopback(host: str) -> bool:
    """Return whether ``host`` can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(slots=True)
class Access:
    """What a run of the desk at ``host``:``port`` lets in. ``key`` opens it from the address that is printed; ``password`` is asked for
    where the desk can be reached from other machines (None: it cannot). ``names`` are further host names under which it is reached."""

    host: str
    port: int
    password: str | None = None
    names: frozenset[str] = frozenset()
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    wrong: int = 0
    until: float = 0.0

    @property
    def cookie(self) -> str:
        """The name of the session's cookie: cookies know no ports, and two desks may run."""
        return f"kyyeu-desk-{self.port}"

    @property
    def token(self) -> str:
        """What every change must bear."""
        return hmac.new(self.session.encode(), b"change", hashlib.sha256).hexdigest()

    @property
    def address(self) -> str:
        """Where a browser of this machine finds the desk."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "localhost", ""} else "[::1]" if self.host == "::" else self.host  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host and '[' not in host else host}:{self.port}/"

    def knows_host(self, value: str) -> bool:
        """Return whether ``value``, of a header ``Host``, is the desk's own address."""
        try:
            parts = urlsplit(f"//{value}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        if port != self.port:
            return False
        allowed = {each.strip("[]") for each in _LOOPBACK_NAMES} | self.names | {self.host.strip("[]")}
        return name in allowed or (not is_loopback(self.host) and _is_address(name))

    def knows_origin(self, value: str) -> bool:
        """Return whether ``value``, of a header ``Origin``, is a page of the desk."""
        parts = urlsplit(value)
        return parts.scheme in {"http", "https"} and not parts.path and self.knows_host(parts.netloc)

    def has_session(self, cookies: str) -> bool:
        """Return whether ``cookies``, of a header ``Cookie``, hold this run's session."""
        try:
            found = SimpleCookie(cookies).get(self.cookie)
        except CookieError:
            return False
        return found is not None and hmac.compare_digest(found.value.encode(), self.session.encode())

    def opens(self, query: str) -> bool:
        """Return whether ``query``, of an address, has this run's key. A key does not open a desk that has a password."""
        given = parse_qs(query).get("key", [""])[0]
        return self.password is None and hmac.compare_digest(given.encode(), self.key.encode())

    def is_password(self, given: str, now: float | None = None) -> bool:
        """Return whether ``given`` is the password; after some wrong ones each further one must wait."""
        now = time.monotonic() if now is None else now
        if self.password is None or now < self.until:
            return False
        if hmac.compare_digest(given.encode(), self.password.encode()):
            self.wrong = 0
            return True
        self.wrong += 1
        self.until = now + _PAUSE * max(0, self.wrong - _FREE)
        return False

    def is_token(self, given: str) -> bool:
        """Return whether ``given`` is the token of this run."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def seal(self) -> str:
        """Return the value of ``Set-Cookie`` that lets a browser in."""
        return f"{self.cookie}={self.session}; HttpOnly; SameSite=Strict; Path=/"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
