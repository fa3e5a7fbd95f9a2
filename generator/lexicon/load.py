"""Reads the lexicons in ``data/*.yml``.

A lexicon is a list of entries: ``id`` (ASCII slug), ``label`` (canonical Vietnamese), ``variants`` (written forms, matched on
the canonical view, so case and tone placement don't matter; the label is a variant itself), ``source`` (where the entry comes
from), and attributes of its own. Two entries may not share a variant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from generator.errors import LexiconError
from generator.messages import message
from generator.text.folding import canonical
from generator.text.normalization import archived
from generator.yaml_documents import YamlError, load_packaged

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TOKEN = re.compile(r", |.", re.DOTALL)
_COMMA = re.compile(r"\s*,\s*")
_GOES_ON = r",\s*"  #: a comma inside a variant, with or without its space
_SPACE = r"\s+"  #: what a space inside a variant matches
#: Follows a word's first letter: no letter precedes it. A check before the letter would keep the search from jumping to the letters that
#: begin a variant.
_WORD_BEGAN = r"(?<!\w.)"
_KNOWN = {"id", "label", "variants", "source"}


@dataclass(frozen=True)
class Entry:
    """An entry of a lexicon.

    ``variants`` are canonical forms, the label's first; ``written`` are the same as spelled in the file; ``attributes`` are the
    other fields of the file.
    """

    id: str
    label: str
    variants: tuple[str, ...]
    source: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    written: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.id

    def get(self, name: str, default: Any = None) -> Any:
        return self.attributes.get(name, default)


@dataclass(frozen=True)
class Lexicon:
    """The entries of a file, in its order."""

    name: str
    entries: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def by_variant(self) -> Mapping[str, Entry]:
        return {variant: entry for entry in self.entries for variant in entry.variants}

    @cached_property
    def alternatives(self) -> str:
        """A non-capturing pattern of all variants, longest first, for the canonical view (safe under re.VERBOSE)."""
        return alternatives(self.by_variant)

    def entry_of(self, words: str) -> Entry:
        """Return the entry written as ``words`` (any case, any tone placement). Raises KeyError if there is none."""
        known = self.by_variant.get(words)  # words found on the canonical view usually are a variant already
        return self.by_variant[_plain(words)] if known is None else known


def alternatives(variants: Iterable[str], *, space: str = _SPACE, behind: Iterable[str] = ()) -> str:
    """Return a non-capturing pattern of ``variants``, longest first, whole words only.

    A space matches ``space``, by default any white space. None matches right behind one of the words ``behind``.
    """
    never = "".join(rf"(?<!{re.escape(words)} .)" for words in behind)
    return rf"{_branches(_rows(variants, space), _WORD_BEGAN + never)}(?!\w)"


def prefix_tree(variants: Iterable[str], *, space: str = _SPACE) -> str:
    """Return a non-capturing pattern of ``variants`` in which each common prefix is written once.

    A word that begins none of them is rejected after a letter. It prefers the longer of two, like a list ordered by length.
    """
    return _branches(_rows(variants, space))


def _rows(variants: Iterable[str], space: str) -> list[tuple[str, ...]]:
    return [_tokens(variant, space) for variant in sorted(set(variants))]


def _tokens(variant: str, space: str) -> tuple[str, ...]:
    return tuple(_GOES_ON if piece == ", " else space if piece == " " else re.escape(piece) for piece in _TOKEN.findall(variant))


def _branches(rows: list[tuple[str, ...]], guard: str = "") -> str:
    """Return the rows as a pattern; ``guard`` follows the first piece of each."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for row in sorted(rows, key=lambda row: row[:1] != (_GOES_ON,)):  # "trong đó, có" before "trong đó,"
        if row:
            by_first.setdefault(row[0], []).append(row[1:])
    bodies = [first + guard + _branches(rest) for first, rest in by_first.items()]
    if len(bodies) == 1 and () not in rows:
        return bodies[0]
    return f"(?:{'|'.join([*bodies, *([''] if () in rows else [])])})" if bodies else ""


@cache
def lexicon(name: str) -> Lexicon:
    """Return the lexicon ``data/NAME.yml``. Raises LexiconError, naming file and entry, if it breaks the schema."""
    resource = files("generator.lexicon") / "data" / f"{name}.yml"
    return parse_lexicon(name, resource.read_text(encoding="utf-8"))


def parse_lexicon(name: str, text: str) -> Lexicon:
    """Return a lexicon from the text of its file. Raises LexiconError."""
    path = f"{name}.yml"
    try:
        rows = load_packaged(text)
    except YamlError as error:
        raise LexiconError.of_yaml(error, path) from error
    if not isinstance(rows, list):
        raise LexiconError(message("lexicon.not_a_list"), path=path)
    entries: list[Entry] = []
    ids: set[str] = set()
    owners: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        entry = _entry(path, number, row)
        if entry.id in ids:
            raise LexiconError(message("lexicon.same_id", id=entry.id), path=path)
        ids.add(entry.id)
        for variant in entry.variants:
            if owners.setdefault(variant, entry.id) != entry.id:
                raise LexiconError(message("lexicon.same_variant", variant=repr(variant), one=owners[variant], other=entry.id), path=path)
        entries.append(entry)
    return Lexicon(name, tuple(entries))


def _entry(path: str, number: int, row: Any) -> Entry:
    if not isinstance(row, dict) or not {"id", "label", "source"} <= row.keys():
        raise LexiconError(message("lexicon.incomplete", number=number), path=path)
    if not _ID.fullmatch(str(row["id"])):
        raise LexiconError(message("lexicon.not_a_slug", number=number, id=repr(row["id"])), path=path)
    if not str(row["source"] or "").strip():
        raise LexiconError(message("lexicon.no_source", id=row["id"]), path=path)
    forms = [row["label"], *_variants(path, row)]
    if not all(isinstance(form, str) and form.strip() for form in forms):
        raise LexiconError(message("lexicon.not_words", id=row["id"]), path=path)
    canonical_forms = [_plain(archived(form)) for form in forms]
    doubled = sorted({form for form in canonical_forms[1:] if canonical_forms.count(form) > 1})
    if doubled:
        raise LexiconError(message("lexicon.twice", id=row["id"], variant=repr(doubled[0])), path=path)
    attributes = {key: value for key, value in row.items() if key not in _KNOWN}
    return Entry(str(row["id"]), row["label"], tuple(canonical_forms), str(row["source"]), attributes, tuple(forms))


def _variants(path: str, row: Mapping[str, Any]) -> list[Any]:
    variants = row.get("variants")
    if variants is not None and not isinstance(variants, list):
        raise LexiconError(message("lexicon.variants_not_a_list", id=row["id"]), path=path)
    return variants or []


def _plain(words: str) -> str:
    """Return a variant as a key: canonical, single spaces, one behind a comma."""
    return " ".join(_COMMA.sub(", ", canonical(words)).split())
