"""Apply the entries of ``seeds/hidden.yml`` to articles with their facts and corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.errors import HiddenError, together
from generator.messages import message
from generator.model.archive import Hidden, LeftOut
from generator.model.article import Article
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.resolution.events.copies import merge_copies
from generator.resolution.hiding.entries import Entry
from generator.resolution.hiding.masking import masked, names, without_names
from generator.resolution.hiding.names import Pattern, all_patterns, pattern_of

_Record = TypeVar("_Record")
Pair = tuple[Article, Facts]
Corrections = Mapping[str, tuple[Correction, ...]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is published after hiding; ``hidden`` states what was hidden."""

    articles: tuple[Pair, ...]
    corrections: Corrections
    left_out: tuple[LeftOut, ...]
    hidden: tuple[Hidden, ...]


def hide(
    articles: Sequence[Pair],
    corrections: Corrections,
    left_out: Sequence[LeftOut],
    entries: Sequence[Entry],
    address_of: Callable[[str], str],
) -> Kept:
    """Return what stays of ``articles`` (with their ``corrections``) and of the files ``left_out``; ``address_of`` gives the address of the
    article in a source's path.

    Raises HiddenError for an entry that hides nothing, and for a hidden name in the path of an article, which is its address.
    """
    if not entries:
        return Kept(tuple(articles), corrections, tuple(left_out), ())
    groups = _with_copies(articles, entries)
    gone = {path for paths in groups.values() for path in paths}
    kept = [pair for pair in articles if pair[0].source.path not in gone]
    unread = [error for error in left_out if error.path not in gone]
    hidden, errors = [], []
    for entry in entries:
        spelled = True
        if entry.article is not None:
            places = groups[entry]
        else:
            sought = pattern_of(entry.names)
            about = [(article.source.path, article, facts) for article, facts in kept if _applies(entry, article.source.path)]
            places = [path for path, article, facts in about if names((article, facts), sought)]
            spelled = any(sought.spelled(article.text) for _, article, _ in about)
            errors += [_named(entry, path) for path in places if sought.search(path)]
        if not (places and spelled) and not entry.gone and not left_out:
            errors.append(HiddenError(message("hidden.nothing"), line=entry.line, fix=message("hidden.fix.nothing")))
        hidden.append(Hidden("article" if entry.article else "person", entry.on, entry.why, tuple(map(address_of, places))))
    if errors:
        raise together(errors)
    hidden_names = all_patterns([entry.names for entry in entries if entry.names])
    done: list[Pair] = []
    rest = {path: own for path, own in corrections.items() if path not in gone}
    for article, facts in kept:
        path = article.source.path
        pattern = _pattern(path, entries)
        if pattern is not None and names((article, facts, rest.get(path, ())), pattern):
            article, facts, own = without_names(article, facts, rest.get(path, ()), pattern)
            rest |= {path: own} if own else {}
        done.append((article, facts))
    lines = tuple(unread)
    if hidden_names is not None:
        hidden = [replace(entry, addresses=tuple(at for at in entry.addresses if not hidden_names.search(at))) for entry in hidden]
        lines = tuple(masked(line, hidden_names) for line in lines)
    return Kept(tuple(done), rest, lines, tuple(hidden))


def without_hidden(records: Sequence[_Record], entries: Sequence[Entry]) -> tuple[_Record, ...]:
    """Return ``records`` without those that name a hidden person."""
    pattern = all_patterns([entry.names for entry in entries if entry.names])
    return tuple(records) if pattern is None else tuple(record for record in records if not names(record, pattern))


def _with_copies(articles: Sequence[Pair], entries: Sequence[Entry]) -> dict[Entry, list[str]]:
    """Return the sources that each entry of an article hides: its own, and its copies'."""
    wanted = {entry.article: entry for entry in entries if entry.article is not None}
    found: dict[Entry, list[str]] = {entry: [] for entry in wanted.values()}
    for merged in merge_copies(articles) if wanted else ():
        group = [merged.article.source.path, *(copy.path for copy in merged.copies)]
        for path in group:
            if path in wanted:
                found[wanted[path]] += [other for other in group if other not in found[wanted[path]]]
    for entry, paths in found.items():  # one that cannot be read, or is removed: its address stays hidden
        if not paths and entry.article is not None:
            paths.append(entry.article)
    return found


def _applies(entry: Entry, path: str) -> bool:
    return not entry.articles or path in entry.articles


def _pattern(path: str, entries: Sequence[Entry]) -> Pattern | None:
    """Return the pattern of the names hidden in the article of the source ``path``."""
    return all_patterns([entry.names for entry in entries if entry.names and _applies(entry, path)])


def _named(entry: Entry, path: str) -> HiddenError:
    return HiddenError(message("hidden.path", path=path), line=entry.line, fix=message("hidden.fix.path"))
