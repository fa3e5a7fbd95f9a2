"""Commands that only read articles or an archive, and print what they find."""

from __future__ import annotations

from pathlib import Path

import click

from generator import inspection
from generator.cli.help import Command, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import end, progress, report_all, say_error
from generator.cli.usage import OneOf
from generator.errors import KyYeuError
from generator.evaluation.explanation import listing
from generator.messages.terminal import json_line, printable
from generator.model.settings import SiteSettings
from generator.model.statement import reasons_to_data
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.pages.review import listing as review_listing
from generator.rendering.pages.review import said
from generator.rendering.words.labels import labels
from generator.resolution.people_proposals import listing as listed_people
from generator.resolution.people_proposals import to_data as people_to_plain
from generator.resolution.units.proposals import listing as listed_units
from generator.resolution.units.proposals import to_data as to_plain


@click.command(
    cls=Command,
    examples=[
        ("kyyeu extract seeds/000_0d5fd4dc65c977ab.txt", None),
        ("kyyeu extract seeds/*.txt > facts.jsonl", None),
        ("kyyeu extract -C ../my-archive seeds/*.txt", None),
    ],
)
@folder_option
@argument("files", nargs=-1, required=True, type=PATH)
def extract(directory: Path, files: tuple[Path, ...]) -> None:
    """Print the facts of each article."""
    done, errors = 0, []
    for record in inspection.records([directory / file for file in files], directory, progress(beside_output=True)):
        if isinstance(record, KyYeuError):
            errors.append(record)
            say_error(record, done=True)
        else:
            done += 1
            click.echo(json_line(record))
    end(errors, done)


@click.command(
    cls=Command,
    examples=[
        ("kyyeu explain seeds/000_0d5fd4dc65c977ab.txt", None),
        ("kyyeu explain seeds/000_0d5fd4dc65c977ab.txt | less", None),
    ],
)
@folder_option
@argument("file", type=PATH)
def explain(directory: Path, file: Path) -> None:
    """Show an article sentence by sentence, with every fact."""
    click.echo(listing(inspection.explain(directory / file, directory), inspection.writer_at(directory)))


def _kinds() -> list[str]:
    return [review.key for review in labels().reviews]


@click.command(
    cls=Command,
    examples=[
        ("kyyeu review", None),
        ("kyyeu review --kind sums --kind unexplained", None),
        ("kyyeu review --json | head", None),
        ("kyyeu review -C ../my-archive", None),
    ],
)
@folder_option
@option("--kind", "kinds", multiple=True, type=OneOf(_kinds), values=lambda: {"kinds": ", ".join(_kinds())})
@option("--json", "as_json", is_flag=True)
def review(directory: Path, kinds: tuple[str, ...], *, as_json: bool) -> None:
    """List what a person should check."""
    reviewed = inspection.review(ArchiveFolder.at(directory), progress(beside_output=True))
    found = [listed for listed in reviewed.found if not kinds or listed.item.kind in kinds]
    if as_json:
        for listed in found:
            click.echo(json_line(_item(listed, reviewed.settings)))
    else:
        click.echo(review_listing(((listed.item, f"{listed.path}:{listed.line}") for listed in found), reviewed.settings))
    report_all(reviewed.errors, reviewed.articles)


def _item(found: inspection.Found, settings: SiteSettings) -> dict[str, object]:
    item, span = said(found.item, settings), found.item.span
    return {
        "kind": item.kind, "why": item.why, "words": item.words, "fix": item.fix, "article": item.slug,
        "reasons": reasons_to_data({name: why for name, why in (("why", found.item.why), ("fix", found.item.fix)) if why}),
        "path": found.path, "line": found.line, "start": span and span.start, "end": span and span.end,
    }  # fmt: skip


@click.command(
    cls=Command,
    examples=[("kyyeu units", None), ("kyyeu units >> seeds/units.yml", "keep"), ("kyyeu units --json", None)],
)
@folder_option
@option("--json", "as_json", is_flag=True)
def units(directory: Path, *, as_json: bool) -> None:
    """List the organisations that the authority file does not know."""
    unlisted = inspection.units(ArchiveFolder.at(directory), progress(beside_output=True))
    found, written = unlisted.found, inspection.writer_at(directory)
    click.echo(json_line(to_plain(found, written)) if as_json else "\n".join(map(printable, listed_units(found, written))))
    report_all(unlisted.errors, unlisted.articles)


@click.command(
    cls=Command,
    examples=[("kyyeu people", None), ("kyyeu people >> seeds/people.yml", "keep"), ("kyyeu people --json", None)],
)
@folder_option
@option("--json", "as_json", is_flag=True)
def people(directory: Path, *, as_json: bool) -> None:
    """List the persons of one name of whom nobody decided whether they are one."""
    undecided = inspection.people(ArchiveFolder.at(directory), progress(beside_output=True))
    found = undecided.found
    click.echo(json_line(people_to_plain(found)) if as_json else "\n".join(map(printable, listed_people(found))))
    report_all(undecided.errors, undecided.articles)
