"""What an archive has already: by address, by file, by text, and nearly by text."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from generator.containment import contained
from generator.errors import KyYeuError
from generator.model.article import Article, Source
from generator.publishing.archive_folder.folder import ORIGINALS, ArchiveFolder
from generator.reading import read
from generator.resolution.assembly import source_address
from generator.resolution.events.copies import CROWD, LIKELY, Wording, same_text, sketch, wording
from generator.resolution.hiding.entries import read_hidden
from generator.resolution.redirects import read_redirects

_TRACKING = ("utm_", "fbclid", "gclid", "zarsrc", "zalo")  #: parameters that state where a reader came from, not what is read


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article that is there: its ``path`` relative to the archive, and ``how`` it is the same: ``file`` (the bytes), ``address``,
    ``text``, or ``near`` (a few words differ)."""

    path: str
    how: str


class Known:
    """The articles of an archive, to be asked whether one more is there; :meth:`note` adds one without reading all again.

    ``addresses_given`` are those that mean an article which is hidden, or was renamed or taken out: no other may get them.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.addresses_given: frozenset[str] = frozenset()
        self._files: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._sketches: dict[int, list[str]] = {}
        self._wordings: dict[str, Wording] = {}

    @classmethod
    def of(cls, folder: ArchiveFolder) -> Known:
        """Read the articles of ``folder``; one that cannot be read is known by its bytes alone."""
        known = cls(folder.root)
        known.addresses_given = _addresses_given(folder)
        for path in folder.seed_files():
            place = path.relative_to(folder.root).as_posix()
            article = contained(path, lambda path=path: read(path, folder.root))  # type: ignore[misc] # mypy infers no type for a default
            known.note(place, None if isinstance(article, KyYeuError) else article)
        return known

    def note(self, place: str, article: Article | None) -> None:
        """Remember the article in the file ``place``, relative to the archive, and its original beside it."""
        path = self.root / place
        for file in (path, *originals(path)):
            if file.is_file():
                self._files.setdefault(hashlib.sha256(file.read_bytes()).hexdigest(), place)
        if article is None:
            return
        if article.source.url:
            self._addresses.setdefault(address_key(article.source.url), place)
        words = wording(article)
        self._texts.setdefault(_digest(words), place)
        for number in sketch(words.words):
            crowd = self._sketches.setdefault(number, [])
            if len(crowd) < CROWD:
                crowd.append(place)
        self._wordings[place] = words

    def address(self, address: str) -> Duplicate | None:
        """Return the article that came from ``address``, if any: asked before it is fetched."""
        place = self._addresses.get(address_key(address))
        return None if place is None else Duplicate(place, "address")

    def duplicates(self, sha256: str, address: str | None, article: Article) -> tuple[Duplicate, ...]:
        """Return the articles that are the same as ``article``, each with the strongest reason, strongest first."""
        found: dict[str, str] = {}
        if place := self._files.get(sha256):
            found.setdefault(place, "file")
        if address and (there := self.address(address)):
            found.setdefault(there.path, "address")
        words = wording(article)
        if place := self._texts.get(_digest(words)):
            found.setdefault(place, "text")
        hashes = sketch(words.words)
        met = Counter(chain.from_iterable(self._sketches.get(number, ()) for number in hashes))
        for place, times in sorted(met.items()):
            if times >= min(LIKELY, len(hashes)) and place not in found and same_text(words, self._wordings[place]):
                found[place] = "near"
        return tuple(Duplicate(place, how) for place, how in found.items())


def _addresses_given(folder: ArchiveFolder) -> frozenset[str]:
    """Return the addresses that ``seeds/hidden.yml`` and ``seeds/redirects.yml`` keep; those of a file that cannot be read are unknown."""
    found: set[str] = set()
    with suppress(KyYeuError):
        entries = read_hidden(folder.hidden, folder.seed_files(), folder.root)
        found |= {source_address(Source(entry.article, "", "text")) for entry in entries if entry.article is not None}
    with suppress(KyYeuError):
        found |= {redirect.old for redirect in read_redirects(folder.redirects)}
    return frozenset(found)


def originals(text: Path) -> list[Path]:
    """Return the files beside ``text`` that may be its original: the same name with another suffix."""
    return [text.with_suffix(suffix) for suffix in ORIGINALS] if text.suffix == ".txt" else []


def address_key(address: str) -> str:
    """Return what is the same for two addresses of one page: no scheme, ``www.``, fragment, tracking or closing slash."""
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = "&".join(sorted(pair for pair in parts.query.split("&") if pair and not pair.lower().startswith(_TRACKING)))
    return urlunsplit(("", host + port, parts.path.rstrip("/"), query, ""))


def _digest(words: Wording) -> str:
    return hashlib.sha256(" ".join(words.words).encode()).hexdigest() if words.words else "-"
