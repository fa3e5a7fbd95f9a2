"""Commands that build parts of an archive: pages, site, search."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from generator import pipeline
from generator.cli.help import Command, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import Stopwatch, end, progress, say, say_done, say_error, serving
from generator.errors import shown
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.interruption import Terminated


@click.command(cls=Command, examples=[("kyyeu convert", None), ("kyyeu convert -C ../my-archive", None)])
@folder_option
def convert(directory: Path) -> None:
    """Turn the articles into pages."""
    watch, folder = Stopwatch(), ArchiveFolder.at(directory)
    report = pipeline.convert(folder, progress())
    _tell(report, "converted", watch, folder.docs, directory)


@click.command(cls=Command, examples=[("kyyeu build", None), ("kyyeu build -C ../my-archive", None)])
@folder_option
def build(directory: Path) -> None:
    """Build the finished site."""
    watch, folder = Stopwatch(), ArchiveFolder.at(directory)
    try:
        report = pipeline.build(folder, progress())
    except (KeyboardInterrupt, Terminated):
        with contextlib.suppress(OSError):  # the terminal may be gone
            say(message("build.interrupted"))
        raise
    _tell(report, "built", watch, folder.site, directory)


@click.command(cls=Command, examples=[("kyyeu index", None), ("kyyeu index public/", None)])
@folder_option
@argument("site", required=False, type=PATH)
def index(directory: Path, site: Path | None) -> None:
    """Index built pages for the search."""
    watch, where = Stopwatch(), ArchiveFolder.at(directory).site if site is None else directory / site
    pages = pipeline.index(where, ArchiveFolder(directory))
    say_done(message("done.indexed", pages=message("done.pages", n=pages), seconds=watch.words(), place=shown(where)))


def _address(context: click.Context, parameter: click.Parameter, value: str) -> str:
    host, colon, port = value.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise click.BadParameter(str(message("usage.no_address", value=value)), ctx=context, param=parameter)
    return value


@click.command(cls=Command, examples=[("kyyeu serve", None), ("kyyeu serve --address 127.0.0.1:8080", None)])
@folder_option
@option("-a", "--address", default="127.0.0.1:8000", callback=_address, show_default=True)
def serve(directory: Path, address: str) -> None:
    """Serve the site and follow every change."""
    pipeline.serve(ArchiveFolder.at(directory), address)


def _tell(report: pipeline.Report, done: str, watch: Stopwatch, place: Path, archive: Path) -> None:
    """Report errors of articles, then the result ``done`` and its place; end with the exit code.

    ``archive`` is the folder as it was named.
    """
    for note in report.notes:
        say(note)
    for error in report.errors:
        say_error(error, done=report.articles > 0)
    if report.articles:
        numbers = {"articles": report.articles, "pages": report.pages, "changed": report.changed, "facts": report.facts}
        words = {name: message(f"done.{name}", n=number) for name, number in numbers.items()}
        done = "unchanged" if report.unchanged else done
        say_done(message(f"done.{done}", **words, seconds=watch.words(), place=shown(place), command=serving(archive)))
        if report.errors:
            say_done(message("done.left_out", n=len(report.errors)))
    end(report.errors, report.articles)
