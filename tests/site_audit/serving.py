"""A built site, served as GitHub Pages serves it: below its path, packed, with its own page for wrong addresses."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_PACKED = re.compile(r"\.(?:html|css|js|json|xml|svg|txt|csv)$")  # the host packs texts; fonts and pictures are packed already


def site_url(site: Path) -> str:
    """Return the address that ``site`` was built for, ending in a slash; "" for a site without one."""
    found = re.search(r'<link rel="canonical" href="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else ""


@contextmanager
def published(site: Path) -> Iterator[str]:
    """Provide the address at which ``site`` is served, its path being that of the site's own address."""
    below = urlsplit(site_url(site)).path or "/"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(site), below=below))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()


class _Pages(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, below: str, **named: Any) -> None:
        self.below = below
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        inside = Path(self.translate_path("/" + path.removeprefix(self.below)))
        found = inside / "index.html" if path.endswith("/") else inside
        known = path.startswith(self.below) and found.is_file()
        if not known:
            found = Path(self.directory) / "404.html"
        packs = _PACKED.search(found.name) is not None and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _content(found, packs)
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", self.guess_type(found))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None: ...


@lru_cache(maxsize=200)
def _content(path: Path, packed: bool) -> bytes:
    plain = path.read_bytes()
    return gzip.compress(plain, 6, mtime=0) if packed else plain
