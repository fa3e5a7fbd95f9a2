"""Valid addresses, and addresses that keep their meaning.

A number given in order (``nguyen-van-an-2``) means somebody else as soon as an article is added or re-dated, and a name alone may be borne
by a second tomorrow. So nothing that is numbered or shared is an address. Each is made of what identifies and does not change: a person's
of the name and an article that names the person, a document's of its citation and the article that cites it, an event's of an article that
reports it, an unlisted unit's of the key of its name; a listed unit's is the id that a person chose, an article's the name of its file.
Whoever is named in several articles has an address from each, of which one has the page and the others lead there
(:mod:`generator.resolution.pointers`): so merging, splitting, adding and re-dating move pages and never meanings. This needs nothing to be
remembered, and so holds too where no one commits what a build made (the workflow of Pages). That a file was given another name the build
sees by its text and what it left before, and writes into ``seeds/redirects.yml``, for a person to commit; that a listed unit was, only a
person can know, who writes it there.
"""

from __future__ import annotations

import hashlib

#: Pages besides those of the values: the overview, and the articles without a value.
UNKNOWN = "chua-ro"
_TAKEN = {"index", "readme", UNKNOWN, "404"}
#: Names that Windows keeps for devices. Source: Microsoft, "Naming Files, Paths, and Namespaces".
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
RESERVED = frozenset(_TAKEN | DEVICES)
#: Letters of an address that a person gives; names of files are made from it by adding to its end, and hold 255 bytes.
LONGEST = 160
#: Letters of a mark: without vowels they spell no word, without digits they are no page's number.
_LETTERS = "bcdfghjklmnpqrstvwxz"


def address(slug: str) -> str:
    """``slug``, or where that is reserved the same with ``muc--`` before it (no slug has two hyphens, so it stays unique)."""
    return f"muc--{slug}" if slug in RESERVED else slug


def mark(*parts: str, length: int = 8) -> str:
    """Return the letters that mean ``parts``: the same for the same parts, on every machine; 8 letters distinguish 25,000 million."""
    number = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest(), "big")
    letters = []
    for _ in range(length):
        number, at = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[at])
    return "".join(letters)


def marked(base: str, *parts: str) -> str:
    """Return the address that ``parts`` identify; ``base``, a slug, is there for readers. No other kind of address ends so."""
    return f"{base}--{mark(*parts)}"
