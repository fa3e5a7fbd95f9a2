"""Fetching an address: robots.txt, one request a second a host, redirects checked one by one, retries, limits of time and size."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from generator import __version__
from generator.adding.fetched import Fetched, now
from generator.adding.web.addresses import Resolver, Target, is_private, system_resolver, target_of
from generator.errors import AddingError
from generator.messages import message
from generator.reading.limits import LARGEST_DOCUMENT

AGENT = "KyYeu"
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({429, 500, 502, 503, 504})  #: answers after which one asks again
_ROBOTS = 500_000  #: bytes of a robots.txt that are read. Source: RFC 9309, 2.5
_LONGEST_DELAY = 30.0  #: seconds between two requests at most, whatever a robots.txt asks


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one address: ``connect`` and ``wait`` (for the next bytes) in seconds, ``whole`` for one try in all; ``largest`` in bytes;
    ``tries``; ``redirects``; ``pause`` between two requests to a host; ``longest_wait`` that a server may ask for."""

    connect: float = 10
    wait: float = 20
    whole: float = 120
    largest: int = LARGEST_DOCUMENT
    tries: int = 3
    redirects: int = 8
    pause: float = 1
    longest_wait: float = 60


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    data: bytes


class _AgainError(Exception):
    """The try failed in a way that may pass; ``wait`` is what the server asks for, in seconds."""

    def __init__(self, error: AddingError, wait: float | None = None) -> None:
        super().__init__(error)
        self.error, self.wait = error, wait


class Web:
    """The web as one run sees it. ``resolve`` looks names up, ``refuses`` says which IPs are private (None allows all), ``clock`` and
    ``sleep`` are time's: tests put others in their places."""

    def __init__(
        self,
        limits: Limits = Limits(),
        resolve: Resolver = system_resolver,
        refuses: Callable[[str], bool] | None = is_private,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self.limits, self._resolve, self._refuses, self._clock, self._sleep = limits, resolve, refuses, clock, sleep
        self._asked: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | AddingError] = {}

    def get(self, address: str) -> Fetched:
        """Return what lies at ``address``, after redirects. Raises AddingError, which names the address and what to do."""
        if find_spec("urllib3") is None:
            raise AddingError(message("web.needs"), path=address, fix=message("formats.fix.needs", command="pip install 'ky-yeu[add]'"))
        met = [address]
        while True:
            answer = self._patiently(met[-1])
            if answer.status not in _REDIRECTS:
                break
            to = urljoin(met[-1], answer.headers.get("location", "")).partition("#")[0]
            if to in met or len(met) > self.limits.redirects:
                raise AddingError(message("web.circle", n=len(met)), path=address, fix=message("web.fix.circle"))
            met.append(to)
        if answer.status != 200:
            key = "gone" if answer.status in {404, 410} else "status"
            raise AddingError(message(f"web.{key}", status=answer.status), path=address, fix=message(f"web.fix.{key}"))
        return Fetched(answer.data, _name(met[-1]), met[-1], now(), answer.headers.get("content-type"))

    def _patiently(self, address: str) -> _Answer:
        """Return the answer of one address, asked for again where that may help."""
        for number in range(1, self.limits.tries + 1):
            target = target_of(address, self._resolve, self._refuses)
            self._ask_robots(target)
            try:
                return self._once(target, self.limits.largest)
            except _AgainError as again:
                if number == self.limits.tries:
                    raise again.error from again
                self._sleep(min(2.0**number if again.wait is None else again.wait, self.limits.longest_wait))
        raise AssertionError

    def _ask_robots(self, target: Target) -> None:
        site = f"{target.scheme}://{target.authority}"
        if site not in self._robots:
            try:
                self._robots[site] = self._rules(site)
            except AddingError as error:
                self._robots[site] = error
        rules = self._robots[site]
        if isinstance(rules, AddingError):
            raise AddingError(rules.message, path=target.address, fix=rules.fix)
        if not rules.can_fetch(AGENT, f"{site}{target.path}"):
            raise AddingError(message("web.robots", host=target.host), path=target.address, fix=message("web.fix.robots"))

    def _rules(self, site: str) -> RobotFileParser:
        """Return what the site's robots.txt allows: everything where there is none. Raises AddingError while it cannot be known."""
        rules = RobotFileParser()
        address, met = f"{site}/robots.txt", 0
        while True:
            try:
                answer = self._once(target_of(address, self._resolve, self._refuses), _ROBOTS, cut=True)
            except _AgainError as again:
                raise again.error from again
            if answer.status not in _REDIRECTS or met >= 5:
                break
            address, met = urljoin(address, answer.headers.get("location", "")), met + 1
        rules.parse(answer.data.decode("utf-8", "replace").lstrip("\ufeff").splitlines() if answer.status == 200 else [])
        return rules

    def _once(self, target: Target, largest: int, *, cut: bool = False) -> _Answer:
        """Ask ``target`` once, when its host may be asked again. ``cut`` takes the beginning of what is too large."""
        self._wait_for(target)
        import urllib3  # noqa: PLC0415 (of the extra)

        try:
            with ExitStack() as stack:
                connection, is_late = stack.enter_context(self._connection(target))
                sent = {"Host": target.authority, **_HEADERS}
                connection.request("GET", target.path, headers=sent, preload_content=False, decode_content=True)
                response = stack.enter_context(closing(connection.getresponse()))
                headers = {name.lower(): value for name, value in response.headers.items()}
                if response.status in _LATER:
                    error = AddingError(message("web.later", status=response.status), path=target.address, fix=message("web.fix.later"))
                    raise _AgainError(error, _asked_wait(headers.get("retry-after")))
                data = b"" if response.status in _REDIRECTS else self._body(response, target, largest, cut=cut)
                if is_late.is_set():  # a cut answer without a stated length looks like a whole one
                    raise self._slow(target)
                return _Answer(response.status, headers, data)
        except (urllib3.exceptions.HTTPError, OSError, ssl.SSLError, ValueError) as error:
            key = "certificate" if isinstance(error, ssl.SSLError | urllib3.exceptions.SSLError) else "no_answer"
            raise _AgainError(AddingError(message(f"web.{key}"), path=target.address, fix=message(f"web.fix.{key}"))) from error

    def _body(self, response: Any, target: Target, largest: int, *, cut: bool) -> bytes:
        pieces, size, end = [], 0, self._clock() + self.limits.whole
        while piece := response.read1(65_536):
            pieces.append(piece)
            size += len(piece)
            if size > largest:
                if cut:
                    break
                why = message("left_out.too_large", limit=largest // 1_000_000)
                raise AddingError(why, path=target.address, fix=message("web.fix.too_large"))
            if self._clock() > end:
                raise self._slow(target)
        return b"".join(pieces)

    def _slow(self, target: Target) -> AddingError:
        return AddingError(message("web.slow", seconds=round(self.limits.whole)), path=target.address, fix=message("web.fix.later"))

    @contextmanager
    def _connection(self, target: Target) -> Iterator[tuple[Any, threading.Event]]:
        """Open a connection to the checked IP and close it after the block, or in it when the time for one try is over; then the event is
        set."""
        import certifi  # noqa: PLC0415 (of the extra)
        from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415

        connection: Any
        is_late = threading.Event()
        if target.scheme == "http":
            connection = HTTPConnection(target.ip, target.port, timeout=self.limits.connect)
        else:
            connection = HTTPSConnection(
                target.ip,
                target.port,
                timeout=self.limits.connect,
                server_hostname=target.host,
                assert_hostname=target.host,
                cert_reqs="CERT_REQUIRED",
                ca_certs=certifi.where(),
            )
        try:
            connection.connect()
            plug: socket.socket = connection.sock
            plug.settimeout(self.limits.wait)
            # A server that sends a byte now and then would hold a read for ever.
            timer = threading.Timer(self.limits.whole, _unplug, [plug, is_late])
            timer.daemon = True
            timer.start()
            try:
                yield connection, is_late
            finally:
                timer.cancel()
        finally:
            connection.close()

    def _wait_for(self, target: Target) -> None:
        rules = self._robots.get(f"{target.scheme}://{target.authority}")
        asked = rules.crawl_delay(AGENT) if isinstance(rules, RobotFileParser) else None
        pause = max(self.limits.pause, min(float(asked or 0), _LONGEST_DELAY))
        last = self._asked.get(target.host)
        if last is not None and (left := last + pause - self._clock()) > 0:
            self._sleep(left)
        self._asked[target.host] = self._clock()


def _unplug(plug: socket.socket, is_late: threading.Event) -> None:
    is_late.set()
    with contextlib.suppress(OSError):
        plug.shutdown(socket.SHUT_RDWR)


def _asked_wait(written: str | None) -> float | None:
    """Return the seconds that a server asks to wait, which may be written as a moment."""
    if not written:
        return None
    if written.strip().isdigit():
        return float(written)
    try:
        return max(0.0, parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _name(address: str) -> str:
    """Return a file's name for an address: the last part of its path."""
    return PurePosixPath(unquote(urlsplit(address).path)).name.replace("\0", "")[-120:] or "index.html"
