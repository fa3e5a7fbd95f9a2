"""Addresses that no page may have, because they mean something to MkDocs, to a file system or to the site itself."""

from __future__ import annotations

#: Pages that are there beside one page a value: the overview, and the articles that tell no value.
UNKNOWN = "chua-ro"
_TAKEN = {"index", "readme", UNKNOWN, "404"}
#: Names that Windows keeps for devices. Source: Microsoft, "Naming Files, Paths, and Namespaces".
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
RESERVED = frozenset(_TAKEN | DEVICES)
#: Letters of an address that a person gives; names of files are made from it by adding to its end, and hold 255 bytes.
LONGEST = 160


def address(slug: str) -> str:
    """``slug``, or where that is reserved the same with ``muc--`` before it (no slug has two hyphens, so it stays unique)."""
    return f"muc--{slug}" if slug in RESERVED else slug
