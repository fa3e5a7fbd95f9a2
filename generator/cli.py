"""The commands: they parse, call the pipeline and report. Every decision lies below.

Exit codes: 0 done; 1 failed, and what was there stays; 2 wrong usage; 3 done, but some input was left out; 130 interrupted, 143 and 129
ended by SIGTERM and SIGHUP. Each error is one line on standard error. In a GitHub workflow a line more makes it show beside its file.
What a command did that prints no data is told on standard output.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from generator import __version__, pipeline
from generator.cli_help import Group, argument, option
from generator.cli_language import language_of
from generator.cli_looking import evaluate, explain, extract, review, units
from generator.cli_new import new
from generator.cli_options import PATH, folder_option
from generator.cli_repair import repair
from generator.cli_reporting import FAILED, INTERRUPTED, USAGE, Stopwatch, end, progress, say, say_done, say_error, serving
from generator.cli_usage import usage_words
from generator.errors import KyYeuError, shown
from generator.messages import in_language, message
from generator.publishing.folder import ArchiveFolder
from generator.publishing.interruption import Terminated, ending_cleanly


def _show_version(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        click.echo(message("commands.version", version=__version__))
        context.exit()


@click.group(
    cls=Group,
    examples=[
        ("kyyeu serve", "serve"),
        ("kyyeu -C ../my-archive build", "build"),
        ("kyyeu extract seeds/*.txt", "extract"),
    ],
)
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
@folder_option
def kyyeu(directory: Path) -> None:
    """Make an archive of articles."""


@kyyeu.command(examples=[("kyyeu convert", None), ("kyyeu convert -C ../my-archive", None)])
@folder_option
def convert(directory: Path) -> None:
    """Turn the articles into pages."""
    watch, folder = Stopwatch(), ArchiveFolder.at(directory)
    report = pipeline.convert(folder, progress())
    _tell(report, "converted", watch, folder.docs, directory)


@kyyeu.command(examples=[("kyyeu build", None), ("kyyeu build -C ../my-archive", None)])
@folder_option
def build(directory: Path) -> None:
    """Make the finished site."""
    watch, folder = Stopwatch(), ArchiveFolder.at(directory)
    try:
        report = pipeline.build(folder, progress())
    except (KeyboardInterrupt, Terminated):
        with contextlib.suppress(OSError):  # the terminal may be gone
            say(message("build.interrupted"))
        raise
    _tell(report, "built", watch, folder.site, directory)


@kyyeu.command(examples=[("kyyeu index", None), ("kyyeu index public/", None)])
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


@kyyeu.command(examples=[("kyyeu serve", None), ("kyyeu serve --address 127.0.0.1:8080", None)])
@folder_option
@option("-a", "--address", default="127.0.0.1:8000", callback=_address, show_default=True)
def serve(directory: Path, address: str) -> None:
    """Serve the site and follow every change."""
    pipeline.serve(ArchiveFolder.at(directory), address)


for _one in (extract, evaluate, explain, review, units, new, repair):
    kyyeu.add_command(_one)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (``sys.argv`` by default) and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Vietnamese comes out whole under LC_ALL=C and on Windows
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    _report_waiting()
    given = list(sys.argv[1:] if arguments is None else arguments)
    with in_language(language_of(given)):
        return _run(given)


def _run(arguments: list[str]) -> int:
    try:
        with ending_cleanly():
            return kyyeu.main(arguments, prog_name="kyyeu", standalone_mode=False) or 0
    except Terminated as error:
        return int(str(error.code))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return USAGE
    except click.UsageError as error:
        say(usage_words(error))
        return USAGE
    except KyYeuError as error:
        for one in error.errors:
            say_error(one, done=False)
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:  # what no command foresaw, such as a name on the command line that is too long to be one
        say(_refused(error))
        return FAILED


def _refused(error: OSError) -> KyYeuError:
    where = error.filename if isinstance(error.filename, str | os.PathLike) else None
    fix = message("refused.fix.shorter") if error.errno == errno.ENAMETOOLONG else None
    return KyYeuError(message("refused.path", reason=error.strerror or error), path=None if where is None else Path(where), fix=fix)


class _Waiting(logging.Handler):
    """Says on standard error that another run is waited for."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it."""
        say(record.getMessage())


def _report_waiting() -> None:
    log = logging.getLogger("kyyeu")
    log.handlers = [_Waiting()]
    log.propagate = False


def _tell(report: pipeline.Report, done: str, watch: Stopwatch, place: Path, archive: Path) -> None:
    """Tell what stands in the way of articles, then what was ``done`` and where the result lies; end with the code for it.

    ``archive`` is the folder as it was named.
    """
    for note in report.notes:
        say(note)
    for error in report.errors:
        say_error(error, done=report.articles > 0)
    if report.articles:
        numbers = {"articles": report.articles, "pages": report.pages, "changed": report.changed, "facts": report.facts}
        words = {name: message(f"done.{name}", n=number) for name, number in numbers.items()}
        say_done(message(f"done.{done}", **words, seconds=watch.words(), place=shown(place), command=serving(archive)))
        if report.errors:
            say_done(message("done.left_out", n=len(report.errors)))
    end(report.errors, report.articles)
