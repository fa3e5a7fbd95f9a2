"""Asks the desk as a browser would, without a server: one request, one answer."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.desk.access import Access
from generator.desk.app import app_of, room_of
from generator.desk.room import Room
from generator.publishing.archive_folder.folder import ArchiveFolder

PORT = 8010
ORIGIN = f"http://127.0.0.1:{PORT}"


@dataclass(frozen=True)
class Answer:
    """Status, headers and body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Browser:
    """A browser at the desk of one archive; ``room`` is the run."""

    room: Room
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app = app_of(self.room)
        self.cookies[self.room.access.cookie] = self.room.access.session

    def ask(self, address: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
        """Send a request with just these headers (``_`` for ``-``), a Host and the cookies."""
        parts = urlsplit(address)
        given = {"host": f"127.0.0.1:{PORT}"} | {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies and "cookie" not in given:
            given["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": parts.path, "scheme": "http",
            "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "", "client": ("127.0.0.1", 5),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in given.items()], "server": ("127.0.0.1", PORT),
        }  # fmt: skip
        with ThreadPoolExecutor(1) as thread:  # Playwright may run a loop in this one
            return thread.submit(asyncio.run, self._ask(scope, body)).result()

    def post(self, address: str, data: Any) -> Answer:
        """Send ``data`` as the desk's scripts do."""
        body = json.dumps(data).encode()
        return self.ask(
            address, "POST", body, origin=ORIGIN, x_desk_token=self.room.access.token, content_type="application/json",
            content_length=str(len(body)), sec_fetch_site="same-origin",
        )  # fmt: skip

    async def _ask(self, scope: Any, body: bytes) -> Answer:
        status, headers, parts = 0, {}, []
        sent = False

        async def receive() -> Any:
            nonlocal sent
            if sent:
                await asyncio.sleep(3600)
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                parts.append(message.get("body", b""))

        await self.app(scope, receive, send)
        return Answer(status, headers, b"".join(parts))


def browser(folder: Path, password: str | None = None, host: str = "127.0.0.1", person: str = "Lê Thị Lụa") -> Browser:
    """Return a browser at the desk of the archive in ``folder``, at which ``person`` sits."""
    from dataclasses import replace  # noqa: PLC0415

    room = room_of(ArchiveFolder.at(folder), Access(host, PORT, password))
    return Browser(replace(room, person=person))
