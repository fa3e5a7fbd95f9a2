"""The page that keeps the address of an article that cannot be read now, and the list of all that was left out, for the owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.messages import Message, in_language
from generator.model.archive import Archive, LeftOut
from generator.rendering.escaping import clean
from generator.rendering.parts.provenance.correction_words import CorrectionView, of_fields
from generator.rendering.words.speaking import language, say


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """A skipped file: its path and line, the reason, the fix, and the page that keeps its address."""

    path: str
    line: int | None
    reason: str
    fix: str | None
    slug: str | None


@dataclass(frozen=True, slots=True)
class MissingPage:
    """Known data of an article that cannot be read: its files and its corrections."""

    title: str
    files: tuple[LeftOutLine, ...]
    corrections: tuple[CorrectionView, ...]


def missing_pages(archive: Archive) -> dict[str, MissingPage]:
    """Return the pages of addresses whose article cannot be read, by address."""
    return {
        slug: MissingPage(
            missing_title(files), left_out_lines(archive, files), of_fields(correction for file in files for correction in file.corrections)
        )
        for slug, files in archive.missing.items()
    }


def missing_title(files: Sequence[LeftOut]) -> str:
    """Return the title of an article that cannot be read: the one that a correction gives it, or else its file's name."""
    given = [
        str(value)
        for file in files
        for correction in file.corrections
        if correction.kind == "title"
        for _, value in correction.right
        if value
    ]
    return clean(given[-1]) if given else say("missing.title", name=clean(PurePosixPath(files[0].path).name))


def left_out_lines(archive: Archive, left_out: Iterable[LeftOut]) -> tuple[LeftOutLine, ...]:
    """Return each of ``left_out`` in the site's language."""
    return tuple(
        LeftOutLine(
            omission.path,
            omission.line,
            _worded(omission.reason),
            _worded(omission.fix) if omission.fix else None,
            omission.slug if omission.slug in archive.missing else None,
        )
        for omission in left_out
    )


def _worded(words: Message) -> str:
    """``words`` in the site's language, on one line and without a folder of the machine, which is nobody's business."""
    with in_language(language()):
        return _MACHINE.sub(r"\1", " ".join(str(words).split()))


#: An absolute path: only its last name is stated.
_MACHINE = re.compile(r"(?<!\S)(?:[A-Za-z]:[\\/]|/)(?:[^\s\\/:]+[\\/])+([^\s\\/]+)")
