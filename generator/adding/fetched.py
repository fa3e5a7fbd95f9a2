"""What was fetched from a file, an address or a clipboard: the bytes as they came and what is known of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """Something that may be an article.

    ``name`` is a file name, empty for what was pasted; its suffix helps to recognise the format. ``address`` is the web address that it
    came from, after redirects; ``retrieved`` the moment (ISO 8601, UTC), of web addresses only. ``within`` names the folders, archives or
    feeds that held it.
    """

    data: bytes = field(repr=False)
    name: str
    address: str | None = None
    retrieved: str | None = None
    media_type: str | None = None
    within: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def shown(self) -> str:
        """How a message names it: its address, or its path."""
        return self.address or "/".join((*self.within, self.name))


def pasted(text: str, address: str | None = None) -> Fetched:
    """Return a text that a person pasted, with the address that the person gave."""
    return Fetched(text.encode(), "", address, now() if address else None, "text/plain")


def now() -> str:
    """Return the moment, to a second, in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
