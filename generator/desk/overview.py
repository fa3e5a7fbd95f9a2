"""How far each article has come, for the list of articles and the way from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from generator.desk.checking.rows import rows_of
from generator.desk.checking.shelf import Judged, Shelf
from generator.desk.checking.views import progress_of
from generator.errors import KyYeuError
from generator.model.article import Article
from generator.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Line:
    """An article in the list: ``total`` rows, ``done`` of them decided; ``whole`` if it was read to its end. None where it is not read yet;
    ``changed``: something confirmed has changed since. ``error`` and ``fix`` where it cannot be read."""

    name: str
    title: str
    done: int | None = None
    total: int | None = None
    whole: bool = False
    doubtful: int = 0
    changed: bool = False
    error: str = ""
    fix: str = ""

    @property
    def standing(self) -> str:
        """One of error, waiting, whole, done, begun, open: a key of the desk's words."""
        if self.error:
            return "error"
        if self.total is None:
            return "waiting"
        if self.whole:
            return "whole"
        return "done" if self.done == self.total else "begun" if self.done else "open"


def lines_of(shelf: Shelf) -> tuple[Line, ...]:
    """Return a line for each article. Those not read yet, which the desk does meanwhile, are named by their file."""
    return tuple(line_of(shelf, name) for name in _names(shelf))


def line_of(shelf: Shelf, name: str) -> Line:
    """Return the line of the article ``name``; nothing is read for it that was not."""
    known = shelf.known(name)
    return Line(name, name) if known is None else shelf.remembered(name, lambda: _of(shelf, name, known))


def _of(shelf: Shelf, name: str, known: tuple[Article, Facts] | KyYeuError) -> Line:
    judged = known if isinstance(known, KyYeuError) else shelf.judged(name)
    if isinstance(judged, Judged):
        return _line(judged)
    return Line(name, name, error=str(judged.message), fix=str(judged.fix or ""))


def next_open(shelf: Shelf, name: str) -> str | None:
    """Return the next article, after ``name`` and then from the first, in which something is to be decided; None without any."""
    names = _names(shelf)
    at = names.index(name) if name in names else -1
    for other in (*names[at + 1 :], *names[: max(at, 0)]):
        if line_of(shelf, other).standing in {"waiting", "open", "begun", "done"}:
            return other
    return None


def _names(shelf: Shelf) -> tuple[str, ...]:
    """Return the names of the articles, without those that were taken out."""
    try:
        names = shelf.names()
    except KyYeuError:  # no article yet
        return ()
    hidden = {entry.article for entry in shelf.hidden()}
    return tuple(name for name in names if f"seeds/{name}" not in hidden)


def _line(judged: Judged) -> Line:
    rows = rows_of(judged)
    progress = progress_of(rows)
    return Line(
        judged.name,
        judged.corrected.article.title,
        progress.done,
        progress.total,
        judged.confirmed.whole is not None,
        sum(row.is_open and row.is_doubtful for row in rows),
        any(row.changed for row in rows),
    )
