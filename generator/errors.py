"""What can go wrong, one class a stage. A message names the file, the line and the fix.

Every error that a user can cause derives from :class:`KyYeuError`; the command line prints it on one line and
exits with 1. A traceback is always a defect of ours.
"""

from __future__ import annotations

from pathlib import Path

from generator.messages import Message


class KyYeuError(Exception):
    """An error in what the program was given.

    ``path`` is the file in error, ``line`` its line (1-based), ``fix`` what the user can do; each may be None.
    ``str()`` gives one line: ``path:line: message (fix)``. ``others`` are errors found with it and told with it.
    """

    others: tuple[KyYeuError, ...] = ()

    def __init__(
        self, message: Message | str, *, path: Path | str | None = None, line: int | None = None, fix: Message | str | None = None
    ) -> None:
        self.message = message
        self.path = path
        self.line = line
        self.fix = fix
        super().__init__(message)

    @property
    def errors(self) -> tuple[KyYeuError, ...]:
        """All that is told at once, each on a line of its own: this error, and those found with it."""
        return (self, *self.others)

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}:{self.line}: " if self.line is not None else f"{self.path}: "
        text = f"{place}{self.message}"
        if self.fix:
            text += f" ({self.fix})"
        return " ".join(text.split())


class ReadingError(KyYeuError):
    """A source file that cannot become an article."""


class DefectError(KyYeuError):
    """A defect of the program that a file brought to light; the exception is its cause."""


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


class ConfigurationError(KyYeuError):
    """An archive folder or its mkdocs.yml that cannot be used."""


class PublishingError(KyYeuError):
    """Output that cannot be written or a site that cannot be built."""


class StartingError(KyYeuError):
    """A new archive that cannot be made, or one that cannot be brought up to date."""
