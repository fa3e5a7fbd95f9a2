"""The publisher at a web address."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.lexicon.load import lexicon


def host_of(address: str) -> str | None:
    """Return the host name of a web address, in lower case and without ``www.``; None if it is no web address."""
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
    return host.removeprefix("www.").rstrip(".") or None if host else None


def publisher_at(address: str) -> str | None:
    """Return who publishes at ``address``: the name known for its host (or for one that it is below), or else the host; None if it is no
    web address."""
    host = host_of(address)
    if host is None:
        return None
    known, above = lexicon("publishers").by_variant, host
    while "." in above:
        if above in known:
            return known[above].label
        above = above.partition(".")[2]
    return host
