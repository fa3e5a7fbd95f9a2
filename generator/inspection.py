"""Functions of the read-only commands: facts of files, measures, explanations, review items, unknown organisations.

They run the stages of :mod:`generator.pipeline` as far as needed and write nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.containment import contained
from generator.errors import ConfigurationError, EvaluationError, KyYeuError
from generator.evaluation import checked, scores
from generator.evaluation.explanation import Explanation
from generator.evaluation.explanation import explain as explanation_of
from generator.evaluation.gold import articles_for, name_of, read_gold
from generator.gathering import gather, put_together
from generator.messages import message
from generator.model.archive import Archive, ReviewItem
from generator.model.article import Article
from generator.model.record import record
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.model.statement import Written
from generator.publishing.archive_folder.configuration import site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading import FORMATS
from generator.readings import Track, read_and_extract
from generator.rendering.pages.checked import as_read
from generator.rendering.words.statements import writer
from generator.resolution.people_proposals import Namesakes, namesakes
from generator.resolution.sources import NOTHING_STATED, read_sources
from generator.resolution.units.proposals import Unsettled, unsettled


def records(paths: Sequence[Path], root: Path, track: Track = iter) -> Iterator[dict[str, Any] | KyYeuError]:
    """Yield the record that ``kyyeu extract`` prints for each file, or its error; the source's path is relative to ``root``.

    Bases of inferences and doubts are in the language of the archive in ``root``, or else in Vietnamese. Raises SourceError for a
    table of sources that breaks its schema.
    """
    folder, written = ArchiveFolder(root), writer_at(root)
    sources = read_sources(folder.sources, folder.articles(), root) if folder.sources.exists() else NOTHING_STATED
    for path, result in zip(paths, read_and_extract(paths, root, track, sources), strict=True):
        yield result if isinstance(result, KyYeuError) else contained(path, partial(record, *result, written))


def writer_at(root: Path) -> Written:
    """Return what writes out statements in the words of the archive in ``root``; in Vietnamese where its settings cannot be read."""
    try:
        return writer(site_settings(ArchiveFolder(root)))
    except ConfigurationError:
        return writer(NO_SETTINGS)


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores of the extraction against a gold standard, by the default and the strict match; ``articles`` counts those measured, ``errors``
    are as in :class:`~generator.gathering.Gathered`."""

    articles: int
    default: scores.Evaluation
    strict: scores.Evaluation
    errors: tuple[KyYeuError, ...]


def evaluate(gold_folder: Path, articles_folder: Path, track: Track = iter) -> Measured:
    """Extract from the articles of a gold standard and compare. A missing or unreadable article is an error, and all its facts count as
    missed.

    Raises EvaluationError for a gold standard that cannot be read, or folders that don't fit together.
    """
    gold = read_gold(gold_folder)
    paths = articles_for(list(gold), articles_folder, list(FORMATS))
    errors: list[KyYeuError] = [
        EvaluationError(
            message("gold.no_article"), path=gold_folder / f"{name}.yml", fix=message("gold.fix.no_article", folder=articles_folder)
        )
        for name in gold
        if name not in paths
    ]
    found: dict[str, dict[str, Any]] = {}
    for extracted in records(list(paths.values()), articles_folder, track):
        if isinstance(extracted, KyYeuError):
            errors.append(extracted)
        else:
            found[name_of(extracted["source"]["path"])] = extracted
    pairs = [(name, wanted, found.get(name, {})) for name, wanted in gold.items()]
    return Measured(len(found), scores.evaluate(pairs), scores.evaluate(pairs, strict=True), tuple(errors))


@dataclass(frozen=True, slots=True)
class MeasuredHere:
    """As :class:`Measured`, against what persons confirmed in the archive; ``gold`` are the facts of each article read to its end, by the
    name of its file."""

    measured: Measured
    gold: Mapping[str, dict[str, Any]]


def evaluate_checked(folder: ArchiveFolder, track: Track = iter) -> MeasuredHere:
    """Measure the program on the articles of ``folder`` that a person read to their end, against what that person left.

    Raises what :func:`gather` raises, and EvaluationError where nobody has read an article to its end, or two have one name.
    """
    made, errors = put_together(gather(folder, track), lambda archive: [as_read(entry) for entry in archive.entries if entry.checked])
    read = made[1] if made else []
    if not read:
        raise EvaluationError(message("gold.nothing_checked"), path=folder.seeds, fix=message("gold.fix.nothing_checked"))
    in_words = writer(site_settings(folder))
    gold: dict[str, dict[str, Any]] = {}
    for reading in read:
        name = name_of(reading.article.source.path)
        if name in gold:
            path = folder.root / reading.article.source.path
            raise EvaluationError(message("gold.same_name", other=name), path=path, fix=message("gold.fix.one_of_them"))
        gold[name] = checked.gold_of(reading.judged, reading.facts, in_words)
    return MeasuredHere(Measured(len(read), checked.measured(read, in_words), checked.measured(read, in_words, strict=True), errors), gold)


def explain(path: Path, root: Path) -> Explanation:
    """Explain the article in ``path`` sentence by sentence: facts, their rules, and text that no rule explained.

    Raises its error when it cannot be read.
    """
    (result,) = read_and_extract([path], root)
    if isinstance(result, KyYeuError):
        raise result
    return explanation_of(*result)


@dataclass(frozen=True, slots=True)
class Found:
    """An item for review, with the article's file (relative to the archive's folder) and the line of the quote (1-based)."""

    item: ReviewItem
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The review queue of an archive of so many ``articles`` and the settings with its language; ``errors`` as in
    :class:`~generator.gathering.Gathered`."""

    articles: int
    found: tuple[Found, ...]
    settings: SiteSettings
    errors: tuple[KyYeuError, ...]


def review(folder: ArchiveFolder, track: Track = iter) -> Reviewed:
    """List what a person should check in the articles of ``folder``, and the articles that could not be read.

    Raises what :func:`gather` raises, and ConfigurationError for settings that do not hold.
    """
    settings = site_settings(folder)
    made, errors = put_together(gather(folder, track), _looked_at)
    return Reviewed(len(made[0].entries) if made else 0, made[1] if made else (), settings, errors)


def _looked_at(archive: Archive) -> tuple[Found, ...]:
    return tuple(_found(item, archive.by_slug[item.slug].article) for item in archive.review if item.slug is not None)


def _found(item: ReviewItem, article: Article) -> Found:
    return Found(item, article.source.path, article.line_of(item.span.start if item.span else 0))


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Unknown and ambiguous organisations of an archive of so many ``articles``; ``errors`` as in
    :class:`~generator.gathering.Gathered`."""

    articles: int
    found: Unsettled
    errors: tuple[KyYeuError, ...]


def units(folder: ArchiveFolder, track: Track = iter) -> Unlisted:
    """List unknown and ambiguous organisations of the archive, and the errors of articles that cannot be read.

    Raises what :func:`gather` raises.
    """
    gathered = gather(folder, track)

    def settled(archive: Archive) -> Unsettled:
        names = {entry.article.source.path: entry.names for entry in archive.entries}
        return unsettled(names, archive.units, gathered.authority)

    made, errors = put_together(gathered, settled)
    return Unlisted(len(made[0].entries), made[1], errors) if made else Unlisted(0, settled(Archive(())), errors)


@dataclass(frozen=True, slots=True)
class Undecided:
    """Persons of one name in an archive of so many ``articles`` of whom nobody decided whether they are one; ``errors`` as in
    :class:`~generator.gathering.Gathered`."""

    articles: int
    found: tuple[Namesakes, ...]
    errors: tuple[KyYeuError, ...]


def people(folder: ArchiveFolder, track: Track = iter) -> Undecided:
    """List the persons of one name whom ``seeds/people.yml`` does not distinguish, and the errors of articles that cannot be read.

    Raises what :func:`gather` raises.
    """
    made, errors = put_together(gather(folder, track), namesakes)
    return Undecided(len(made[0].entries), made[1], errors) if made else Undecided(0, (), errors)
