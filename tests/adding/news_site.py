"""A local server that plays Vietnamese news sites: layouts, wrong charsets, redirects, slow and endless answers, robots.txt."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from generator.adding.web.addresses import is_private
from generator.adding.web.client import Limits, Web

#: Status, headers and body; or a function that writes the answer itself.
Answer = tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]
HOSTS = {"songxanh.example": "127.0.0.1", "hoamai.example": "127.0.0.1", "noibo.example": "10.1.2.3", "www.songxanh.example": "127.0.0.1"}


class Site:
    """The server; ``pages`` are by host and path, ``asked`` what was asked for, in order, and ``slept`` the pauses of the client."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[tuple[str, str], Answer] = {}
        self.asked: list[str] = []
        self.slept: list[float] = []
        self.resolved: Counter[str] = Counter()
        self.now = 1000.0
        self.hosts = dict(HOSTS)

    def at(self, path: str, host: str = "songxanh.example") -> str:
        """Return the address of a page."""
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: str | bytes, *, kind: str = "text/html; charset=utf-8", host: str = "songxanh.example") -> str:
        """Put a page in its place and return its address."""
        self.pages[host, path] = (200, {"Content-Type": kind}, body.encode() if isinstance(body, str) else body)
        return self.at(path, host)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        """Let a page lead to another."""
        self.pages["songxanh.example", path] = (status, {"Location": to}, b"")
        return self.at(path)

    def web(self, *, limits: Limits = Limits(largest=2_000_000), real_time: bool = False) -> Web:  # noqa: B008
        """Return the web in which this server plays all hosts of :data:`HOSTS`; time passes only in pauses unless it is real."""

        def resolve(host: str) -> list[str]:
            self.resolved[host] += 1
            if host not in self.hosts:
                raise OSError(host)
            return [self.hosts[host]]

        def sleep(seconds: float) -> None:
            self.slept.append(round(seconds, 3))
            self.now += seconds

        def refuses(ip: str) -> bool:
            return ip != "127.0.0.1" and is_private(ip)

        return Web(limits, resolve, refuses, time.monotonic if real_time else lambda: self.now, sleep)


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").partition(":")[0]
        if self.path != "/robots.txt":
            self.site.asked.append(f"{host}{self.path}")
        answer = self.site.pages.get((host, self.path), (404, {"Content-Type": "text/html"}, b"<h1>404</h1>"))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Keep silent."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep silent: a client that has had enough hangs up."""


@contextmanager
def news_site() -> Iterator[Site]:
    """Run the server for the block."""
    server = _Server(("127.0.0.1", 0), _Handler)
    site = Site(server.server_address[1])
    _Handler.site = site
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
