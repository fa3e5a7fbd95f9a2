"""Commands: parse arguments, call the pipeline, report. Decisions are made in the layers below.

Exit codes: 0 done; 1 failed, and what was there stays; 2 wrong usage; 3 done, but some input was left out; 130 interrupted, 143 and 129
ended by SIGTERM and SIGHUP. Each error is one line on standard error. In a GitHub workflow a line more makes it show beside its file. What
a command did that prints no data is stated on standard output.

A command's module is loaded when it is run: the help and errors of usage come at once.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from generator import __version__
from generator.cli.help import Group, option
from generator.cli.language import language_of
from generator.cli.options import folder_option
from generator.cli.reporting import FAILED, INTERRUPTED, USAGE, say, say_error
from generator.cli.usage import usage_words
from generator.errors import KyYeuError
from generator.messages import in_language, message
from generator.publishing.safe_changes.interruption import Terminated, ending_cleanly


def _show_version(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        click.echo(message("commands.version", version=__version__))
        context.exit()


@click.group(
    cls=Group,
    places={
        "add": "adding",
        "build": "building",
        "changes": "changes",
        "convert": "building",
        "corpus": "corpus",
        "index": "building",
        "serve": "building",
        "evaluate": "measuring",
        "explain": "looking",
        "extract": "looking",
        "review": "looking",
        "people": "looking",
        "units": "looking",
        "desk": "desk",
        "new": "new",
        "watch": "adding",
        "repair": "repair",
    },
    examples=[
        ("kyyeu serve", "serve"),
        ("kyyeu -C ../my-archive build", "build"),
        ("kyyeu extract seeds/*.txt", "extract"),
    ],
)
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
@folder_option
def kyyeu(directory: Path) -> None:
    """Build an archive of articles."""


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
        for each in error.errors:
            say_error(each, done=False)
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
    """Log handler that reports waiting for another run."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print the record on standard error."""
        say(record.getMessage())


def _report_waiting() -> None:
    log = logging.getLogger("kyyeu")
    log.handlers = [_Waiting()]
    log.propagate = False
