"""The commands that bring articles into an archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click

from generator.adding.known import Known
from generator.adding.run import Adding, Outcome
from generator.adding.watching import watched
from generator.adding.web.addresses import is_private
from generator.adding.web.client import Web
from generator.cli.help import Command, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import end, say, say_done, say_error
from generator.errors import KyYeuError
from generator.messages import Listed, message
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.interruption import Terminated
from generator.reading.damage.choices import ENCODINGS

_SHOWN = 80  #: characters of a title that a line shows


@click.command(
    cls=Command,
    examples=[
        ("kyyeu add ~/Documents/khen-thuong/", "folder"),
        ("kyyeu add https://bao.example/bai.html", None),
        ("kyyeu add --dry-run https://bao.example/rss", "dry"),
        ("kyyeu add --to 2023 'Lễ tổng kết.docx'", None),
    ],
)
@folder_option
@argument("sources", nargs=-1, required=True)
@option("--dry-run", "dry", is_flag=True)
@option("--to", "below", default="")
@option("--encoding", type=click.Choice(ENCODINGS, case_sensitive=False))
@option("--ocr", is_flag=True)
@option("--allow-private", "private", is_flag=True)
def add(
    directory: Path, sources: tuple[str, ...], *, dry: bool, below: str, encoding: str | None, ocr: bool, private: bool
) -> None:  # fmt: skip
    """Add articles from files, folders and addresses."""
    adding = replace(_adding(directory, dry=dry, below=below, ocr=ocr, private=private), encoding=encoding)
    try:
        errors, counts = _told(adding.outcomes(sources, directory), dry=dry)
    except (KeyboardInterrupt, Terminated):
        say(message("adding.interrupted"))
        raise
    words = {name: message(f"adding.count.{name}", n=counts[name]) for name in ("added", "skipped", "failed")}
    say_done(message("adding.would" if dry else "adding.done", **words))
    end(errors, counts["added"] + counts["skipped"])


@click.command(cls=Command, examples=[("kyyeu watch ~/Documents/bai-moi", None)])
@folder_option
@argument("place", type=PATH)
@option("--to", "below", default="")
@option("--ocr", is_flag=True)
def watch(directory: Path, place: Path, *, below: str, ocr: bool) -> None:
    """Add what a folder receives."""
    place = directory / place
    if not place.is_dir():
        raise click.BadParameter(str(message("usage.no_folder", folder=place)))
    adding = _adding(directory, dry=False, below=below, ocr=ocr, private=False)
    say_done(message("adding.watching", place=place))
    _told(watched(adding, place), dry=False)


def _adding(directory: Path, *, dry: bool, below: str, ocr: bool, private: bool) -> Adding:
    folder = ArchiveFolder.at(directory)
    return Adding(folder, Web(refuses=None if private else is_private), Known.of(folder), dry=dry, ocr=ocr, below=below)


def _told(outcomes: Iterable[Outcome], *, dry: bool) -> tuple[list[KyYeuError], Counter[str]]:
    """Report each outcome as it comes; return the errors, and how many were added, skipped and failed."""
    errors: list[KyYeuError] = []
    counts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.error is not None:
            counts["failed"] += 1
            errors.append(outcome.error)
            say_error(outcome.error, done=True)
        elif outcome.duplicate is not None:
            counts["skipped"] += 1
            how = message(f"adding.how.{outcome.duplicate.how}")
            say_done(message("adding.skipped", source=outcome.shown, place=outcome.duplicate.path, how=how))
        elif outcome.proposal is None:
            others[PurePosixPath(outcome.shown).suffix.lower() or outcome.shown] += 1
        else:
            counts["added"] += 1
            article, title = outcome.proposal.article, outcome.proposal.article.title
            title = title if len(title) <= _SHOWN else title[: _SHOWN - 1].rstrip() + "…"
            values = {
                "source": outcome.shown,
                "place": outcome.proposal.place,
                "title": title,
                "date": (article.published or "–").replace("T", " "),
            }
            say_done(message("adding.would_add" if dry else "adding.added", **values))
            for warning in outcome.proposal.warnings:
                say_done(message("adding.warning", place=outcome.proposal.place, warning=warning))
    if others:
        kinds = Listed(tuple(f"{kind} ({number})" for kind, number in sorted(others.items())))
        say_done(message("adding.others", n=sum(others.values()), kinds=kinds))
    return errors, counts
