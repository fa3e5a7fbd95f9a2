"""Errors, one class per stage. A message names the file, the line and the fix.

Every error that a user can cause derives from :class:`KyYeuError`; the command line prints it on one line and exits with 1. A traceback is
always a defect of the program.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Self, TypeVar

from generator.messages import Message, message
from generator.messages.terminal import printable, shortened
from generator.yaml_documents import YamlError

LONGEST = 500  #: characters of an error beside its place; a value in it may be as long as a file
_LONGEST_FIX = 300
_SPARED = 4  #: characters; for fewer a path that climbs is harder to read than the whole one
LISTED = 50  #: errors of one file that are stated; who has more has made one mistake many times

#: Beginnings of the scanner's commonest problems, and the messages for the mistake; other problems are reported in its own words.
_PROBLEMS = (
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no_colon"),
    ("found character '\\t'", "tab"),
    ("found character", "character"),
    ("found unexpected end of stream", "quote"),
    ("expected ',' or", "bracket"),
    ("expected <block end>", "indent"),
    ("expected the node content", "lacking"),
    ("found unknown escape character", "escape"),
    ("special characters are not allowed", "control"),
    ("a number here is out of range", "range"),  # this and the next are our own composer's
    ("half of a character pair", "half"),
)


class KyYeuError(Exception):
    """An error in the program's input.

    ``path`` is the file in error, ``line`` its line (1-based), ``fix`` what the user can do; each may be None. ``str()`` gives one line:
    ``path:line: message (fix)``. ``others`` are further errors, reported with it.
    """

    others: tuple[KyYeuError, ...] = ()

    def __init__(self, message: Message, *, path: Path | str | None = None, line: int | None = None, fix: Message | None = None) -> None:
        self.message = message
        self.path = path
        self.line = line
        self.fix = fix
        super().__init__(message)

    @property
    def errors(self) -> tuple[KyYeuError, ...]:
        """All errors reported together, one per line: this error and those found with it."""
        return (self, *self.others)

    @classmethod
    def of_yaml(cls, error: YamlError, path: Path | str | None) -> Self:
        """Return the error of the file ``path`` for an error in its YAML."""
        words, fix = yaml_words(error)
        return cls(words, path=path, line=error.line, fix=fix)

    def __str__(self) -> str:
        place = "" if self.path is None else f"{shown(self.path)}:{self.line}: " if self.line is not None else f"{shown(self.path)}: "
        fix = f" ({shortened(_line(self.fix), _LONGEST_FIX)})" if self.fix else ""
        return f"{_line(place)}{' ' if place else ''}{shortened(_line(self.message), LONGEST - len(fix))}{fix}"


_Error = TypeVar("_Error", bound=KyYeuError)


def together(errors: Sequence[_Error]) -> _Error:
    """Combine errors of a file: return the first, with the others attached, at most :data:`LISTED`, and the number of further ones."""
    first, *others = errors
    listed: list[KyYeuError] = [*others[: LISTED - 1]]
    if len(errors) > LISTED:
        listed.append(KyYeuError(message("errors.more", n=len(errors) - LISTED), path=first.path))
    first.others = tuple(listed)
    return first


def yaml_words(error: YamlError) -> tuple[Message, Message]:
    """Return the error message for a document, and the fix."""
    values = dict(error.values)
    if isinstance(problem := values.get("problem"), str):
        values["problem"] = next((message(f"yaml.problem.{key}") for begin, key in _PROBLEMS if problem.startswith(begin)), problem)
    return message(f"yaml.{error.reason}", **values), message(f"yaml.fix.{error.reason}")


def _line(text: object) -> str:
    return printable(" ".join(str(text).split()))


def shown(path: Path | str) -> str:
    """Return ``path`` relative to the current folder, if that is shorter by more than :data:`_SPARED`."""
    whole = str(path)
    if not Path(path).is_absolute():
        return whole
    try:
        near = os.path.relpath(whole)
        return near if len(near) + _SPARED < len(whole) else whole
    except (OSError, ValueError):  # the current folder is gone; another drive of Windows
        return whole


class ReadingError(KyYeuError):
    """A source file that cannot become an article."""


class AddingError(KyYeuError):
    """A source that cannot be fetched or added; ``path`` is its address or name."""


class DefectError(KyYeuError):
    """A defect of the program exposed by a file; the exception is its cause."""


class LexiconError(KyYeuError):
    """A lexicon file that breaks its schema."""


class EvaluationError(KyYeuError):
    """A gold standard that cannot be read, or that fits no articles."""


class ArchiveError(KyYeuError):
    """Articles that do not fit together, such as two with one address."""


class CorrectionError(KyYeuError):
    """A correction that cannot be read, or that no longer fits its article."""


class AuthorityError(KyYeuError):
    """An authority file that breaks its schema: its first error; ``errors`` are all of them, in the file's order."""


class RedirectError(KyYeuError):
    """A redirect that cannot be read, or that leads nowhere."""


class SourceError(KyYeuError):
    """A table of the articles' sources that cannot be read."""


class HiddenError(KyYeuError):
    """A list of what is hidden that cannot be read, or that hides nothing."""


class ChangesError(KyYeuError):
    """A log of changes, or data to compare, that cannot be read."""


class ConfigurationError(KyYeuError):
    """An archive folder or its mkdocs.yml that cannot be used."""


class PublishingError(KyYeuError):
    """Output that cannot be written or a site that cannot be built."""


class StartingError(KyYeuError):
    """A new archive that cannot be created, or an archive that cannot be updated."""


class CorpusError(KyYeuError):
    """A corpus that cannot be made, read or cut; what is in its folder stays."""
