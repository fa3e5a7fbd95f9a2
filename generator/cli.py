"""The commands: they parse, call the pipeline and report. Every decision lies below.

Exit codes: 0 done; 1 failed, and what was there stays; 2 wrong usage; 3 done, but some input was left out; 130 interrupted, 143 and 129
ended by SIGTERM and SIGHUP. Each error is one line on standard error. In a GitHub workflow a line more makes it show beside its file.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from generator import __version__, inspection, pipeline
from generator.cli_new import new
from generator.cli_options import folder_option
from generator.cli_repair import repair
from generator.cli_reporting import FAILED, INTERRUPTED, USAGE, end, say, say_error, tell
from generator.errors import KyYeuError
from generator.evaluation.explanation import listing
from generator.evaluation.scores import table, to_data
from generator.gathering import Track
from generator.messages import message
from generator.messages.terminal import json_line, printable
from generator.model.settings import SiteSettings
from generator.publishing.folder import ArchiveFolder
from generator.publishing.interruption import Terminated, ending_cleanly
from generator.rendering.labels import labels
from generator.rendering.review_page import listing as review_listing
from generator.rendering.review_page import said
from generator.resolution.proposals import listing as listed_units
from generator.resolution.proposals import to_data as to_plain


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kyyeu")
@folder_option
def kyyeu(directory: Path) -> None:
    """Kỷ Yếu: from news articles to an archive of who was honoured, when and for what.

    \b
    Examples:
      kyyeu serve                         read the archive at http://127.0.0.1:8000
      kyyeu -C ../my-archive build        another archive's site, in its site/
      kyyeu extract seeds/*.txt           the facts, one JSON object a line

    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some input was left out, 130, 143 and 129 ended by Ctrl-C, SIGTERM and SIGHUP.
    """


@kyyeu.command()
@folder_option
def convert(directory: Path) -> None:
    """Turn the articles in seeds/ into Markdown pages and index pages in docs/.

    \b
    Examples:
      kyyeu convert
      kyyeu convert -C ../my-archive
    """
    _report(pipeline.convert(ArchiveFolder.at(directory), _progress("Articles")))


@kyyeu.command()
@folder_option
def build(directory: Path) -> None:
    """Convert, run mkdocs build and all that follows it: the finished site is in site/.

    \b
    Examples:
      kyyeu build
      kyyeu build -C ../my-archive
    """
    try:
        _report(pipeline.build(ArchiveFolder.at(directory), _progress("Articles")))
    except (KeyboardInterrupt, Terminated):
        with contextlib.suppress(OSError):  # the terminal may be gone
            say(str(message("build.interrupted")))
        raise


@kyyeu.command()
@folder_option
@click.argument("site", metavar="[SITE_DIR]", required=False, type=click.Path(path_type=Path))
def index(directory: Path, site: Path | None) -> None:
    """Index the built pages of SITE_DIR (default: the archive's site/) for the search, into SITE_DIR/search/.

    build, serve and MkDocs with our hook do it by themselves; this is for a site that was built in another way.

    \b
    Examples:
      kyyeu index
      kyyeu index public/
    """
    pages = pipeline.index(ArchiveFolder.at(directory).site if site is None else directory / site, ArchiveFolder(directory))
    if sys.stderr.isatty():
        say(f"{pages} pages")


def _address(context: click.Context, parameter: click.Parameter, value: str) -> str:
    host, colon, port = value.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise click.BadParameter(f"'{value}' is no HOST:PORT, such as 127.0.0.1:8000.", ctx=context, param=parameter)
    return value


@kyyeu.command()
@folder_option
@click.option("-a", "--address", metavar="HOST:PORT", default="127.0.0.1:8000", callback=_address, show_default=True, help="Where.")
def serve(directory: Path, address: str) -> None:
    """Convert and serve the site; an article that is edited shows in the browser by itself.

    \b
    Examples:
      kyyeu serve
      kyyeu serve --address 127.0.0.1:8080
    """
    pipeline.serve(ArchiveFolder.at(directory), address)


@kyyeu.command()
@folder_option
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
def extract(directory: Path, files: tuple[Path, ...]) -> None:
    """Print the facts of each article, one JSON object a line.

    With -C, each FILE is sought from DIR.

    \b
    Examples:
      kyyeu extract seeds/000_0d5fd4dc65c977ab.txt
      kyyeu extract seeds/*.txt > facts.jsonl
      kyyeu extract -C ../my-archive seeds/*.txt
    """
    done, errors = 0, []
    for one in inspection.records([directory / file for file in files], directory, _progress("Articles", beside_output=True)):
        if isinstance(one, KyYeuError):
            errors.append(one)
            say_error(one, done=True)
        else:
            done += 1
            click.echo(json_line(one))
    end(errors, done)


@kyyeu.command()
@folder_option
@click.argument("gold", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.argument("articles", metavar="[ARTICLES_DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="List what was missed (-) and what was invented (+), by the default match and the strict one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of the tables.")
def evaluate(directory: Path, gold: Path, articles: Path | None, *, misses: bool, as_json: bool) -> None:
    """Measure the extraction against facts written by hand: precision, recall and F1 of each kind of fact.

    GOLD_DIR holds one NAME.yml for each article, ARTICLES_DIR or a folder below it the article NAME (default: the archive's
    seeds/). The default match asks for what must never be wrong, the strict one for the finer attributes too. With -C, both
    are sought from DIR.

    \b
    Examples:
      kyyeu evaluate tests/gold
      kyyeu evaluate tests/gold --misses
      kyyeu evaluate ../corpus/gold ../corpus/articles --json
    """
    where = ArchiveFolder.at(directory).seeds if articles is None else directory / articles
    measured = inspection.evaluate(directory / gold, where, _progress("Articles", beside_output=True))
    both = {"default": measured.default, "strict": measured.strict}
    if as_json:
        click.echo(json_line({name: to_data(one, differences=misses) for name, one in both.items()}))
    else:
        for name, one in both.items():
            click.echo(f"{name} match\n{table(one, differences=misses)}\n")
    tell(measured.errors, measured.articles)


@kyyeu.command()
@folder_option
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def explain(directory: Path, file: Path) -> None:
    """Show an article sentence by sentence, with every fact, the rule that gave it and the words that say it.

    At the end stand the sentences with words of awards, ratings or documents that no rule explained: where the next rule is to
    be written. With -C, FILE is sought from DIR.

    \b
    Examples:
      kyyeu explain seeds/000_0d5fd4dc65c977ab.txt
      kyyeu explain seeds/000_0d5fd4dc65c977ab.txt | less
    """
    click.echo(listing(inspection.explain(directory / file, directory)))


@kyyeu.command()
@folder_option
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    multiple=True,
    type=click.Choice([one.key for one in labels().reviews]),
    help=f"Only items of this kind: {', '.join(one.key for one in labels().reviews)}. May be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead of the list.")
def review(directory: Path, kinds: tuple[str, ...], *, as_json: bool) -> None:
    """List what a person should look at in the archive, by kind, with file and line: where articles contradict each other or
    themselves, what the rules do not allow, sentences that may hide a fact, ambiguous names, inferred values.

    \b
    Examples:
      kyyeu review
      kyyeu review --kind sums --kind unexplained
      kyyeu review --json | head
      kyyeu review -C ../my-archive
    """
    reviewed = inspection.review(ArchiveFolder.at(directory), _progress("Articles", beside_output=True))
    found = [one for one in reviewed.found if not kinds or one.item.kind in kinds]
    if as_json:
        for one in found:
            click.echo(json_line(_item(one, reviewed.settings)))
    else:
        click.echo(review_listing(((one.item, f"{one.path}:{one.line}") for one in found), reviewed.settings))
    tell(reviewed.errors, reviewed.articles)


def _item(one: inspection.Found, settings: SiteSettings) -> dict[str, object]:
    span, told = one.item.span, said(one.item, settings)
    return {
        "kind": told.kind, "why": told.why, "words": told.words, "fix": told.fix, "article": told.slug,
        "path": one.path, "line": one.line, "start": span and span.start, "end": span and span.end,
    }  # fmt: skip


@kyyeu.command()
@folder_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of the lines.")
def units(directory: Path, *, as_json: bool) -> None:
    """List the organisations that seeds/units.yml does not know yet, with the lines to paste, and the names it leaves in doubt.

    \b
    Examples:
      kyyeu units
      kyyeu units >> seeds/units.yml      then keep the entries that are right
      kyyeu units --json
    """
    unlisted = inspection.units(ArchiveFolder.at(directory), _progress("Articles", beside_output=True))
    found = unlisted.found
    click.echo(json_line(to_plain(found)) if as_json else "\n".join(map(printable, listed_units(found))))
    tell(unlisted.errors, unlisted.articles)


kyyeu.add_command(new)
kyyeu.add_command(repair)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (``sys.argv`` by default) and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Vietnamese comes out whole under LC_ALL=C and on Windows
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    _report_waiting()
    try:
        with ending_cleanly():
            return kyyeu.main(None if arguments is None else list(arguments), prog_name="kyyeu", standalone_mode=False) or 0
    except Terminated as error:
        return int(str(error.code))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return USAGE
    except click.UsageError as error:
        name = error.ctx.command_path if error.ctx else "kyyeu"
        say(f"{error.format_message().rstrip('.')} (see '{name} --help')")
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
        say(str(_refused(error)))
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


def _progress(label: str, *, beside_output: bool = False) -> Track:
    """Shows progress on standard error; silent where that is no terminal, or where the output goes to the same one."""
    console = Console(stderr=True)
    silent = not console.is_terminal or (beside_output and sys.stdout.isatty())

    def shown(paths: Sequence[Path]) -> Iterable[Path]:
        return iter(paths) if silent else track(paths, label, console=console, transient=True)

    return shown


def _report(report: pipeline.Report) -> None:
    if sys.stderr.isatty():
        say(f"{report.articles} articles")
    for note in report.notes:
        say(str(note))
    tell(report.errors, report.articles)
