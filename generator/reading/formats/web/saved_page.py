"""Pages saved whole by a browser (.mhtml, .mht): the page among its pictures and styles."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

from generator.model.document import Document
from generator.reading.formats.packages import damaged
from generator.reading.formats.web import page as web_page

_PARTS = 2_000  #: of one saved page


def document(data: bytes, path: Path) -> Document:
    """Return the article of a saved page. Raises ReadingError for a file that holds no page, and for a page without text."""
    whole = message_from_bytes(data, policy=policy.default)
    address = str(whole.get("Snapshot-Content-Location") or "").strip() or None
    for _, part in zip(range(_PARTS), whole.walk(), strict=False):
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            if not isinstance(content, bytes):
                continue
            address = address or str(part.get("Content-Location") or "").strip() or None
            address = address if address and address.startswith(("http://", "https://")) else None
            found = web_page.document(content, path, address)
            return replace(found, address=address or found.address)
    raise damaged(path)
