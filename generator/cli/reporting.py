"""Reporting of commands: errors on standard error, exit codes, progress and results."""

from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import KyYeuError, shown
from generator.messages import Message, message
from generator.publishing.annotations import annotating, annotation, harmless

if TYPE_CHECKING:  # what reads articles takes long to load, and an error of usage needs none of it
    from generator.readings import Track

_ERASED = "\r\x1b[K"  # a bar of progress on the line where a message comes
FAILED, USAGE, LEFT_OUT, INTERRUPTED = 1, 2, 3, 130


def report_all(errors: Sequence[KyYeuError], done: int) -> None:
    """Report ``errors`` and end with their exit code; ``done`` is the number of articles without errors."""
    for error in errors:
        say_error(error, done=done > 0)
    end(errors, done)


def end(errors: Sequence[KyYeuError], done: int) -> None:
    """End the command with the exit code for ``errors`` and ``done`` articles; continue if there are none."""
    if errors:
        raise click.exceptions.Exit(LEFT_OUT if done else FAILED)


def say_error(error: KyYeuError, *, done: bool) -> None:
    """Print one line for ``error``, and in a GitHub workflow an annotation of its file: a warning if the rest is ``done``."""
    say(error)
    if annotating():
        click.echo(_shown(annotation(error, "warning" if done else "error")), err=True)


def say(words: Message | KyYeuError | str) -> None:
    """Print one line on standard error."""
    line = f"kyyeu: {_shown(str(words))}"
    over = _ERASED if sys.stderr.isatty() else ""
    click.echo(over + (harmless(line) if annotating() else line), err=True)


def say_done(words: Message) -> None:
    """Print one line on standard output: the result of a command that prints no data."""
    line = _shown(str(words))
    click.echo(harmless(line) if annotating() else line)


def progress(*, beside_output: bool = False) -> Track:
    """Show progress on standard error; silent if that is not a terminal, or if the output goes to the same terminal."""
    silent = not sys.stderr.isatty() or (beside_output and sys.stdout.isatty())

    def tracked(paths: Sequence[Path]) -> Iterator[Path]:
        if silent:
            yield from paths
            return
        with click.progressbar(paths, label=str(message("commands.progress")), file=sys.stderr, show_pos=True) as bar:
            yield from bar

    return tracked


def serving(folder: Path, command: str = "serve") -> str:
    """Return the command that shows the archive in ``folder``, or does another ``command`` with it, for the current folder."""
    return f"kyyeu {command}" if folder.absolute() == Path.cwd() else f"kyyeu -C {shlex.quote(shown(folder))} {command}"


class Stopwatch:
    """A stopwatch that starts when created."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def words(self) -> Message:
        """Return the elapsed time, to a tenth of a second."""
        whole, tenth = divmod(round((time.monotonic() - self._start) * 10), 10)
        return message("done.seconds", whole=whole, tenth=tenth)


def _shown(words: str) -> str:
    """Replace control characters in a file name by visible escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in words)
