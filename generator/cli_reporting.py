"""How commands tell what went wrong, on standard error, and with which code they end."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.errors import KyYeuError
from generator.publishing.annotations import annotating, annotation, harmless

FAILED, USAGE, LEFT_OUT, INTERRUPTED = 1, 2, 3, 130


def tell(errors: Sequence[KyYeuError], done: int) -> None:
    """Tell ``errors`` and end with their code; ``done`` is how many articles there are without those in error."""
    for error in errors:
        say_error(error, done=done > 0)
    end(errors, done)


def end(errors: Sequence[KyYeuError], done: int) -> None:
    """End the command with the code for ``errors`` beside so many articles ``done``; without an error it goes on."""
    if errors:
        raise click.exceptions.Exit(LEFT_OUT if done else FAILED)


def say_error(error: KyYeuError, *, done: bool) -> None:
    """Print one line for ``error``; in a GitHub workflow another that shows it beside its file: as a warning if the rest is ``done``."""
    say(str(error))
    if annotating():
        click.echo(_shown(annotation(error, "warning" if done else "error")), err=True)


def say(words: str) -> None:
    """Print one line on standard error."""
    line = f"kyyeu: {_shown(words)}"
    click.echo(harmless(line) if annotating() else line, err=True)


def _shown(words: str) -> str:
    """What a terminal would obey in a file's name is shown instead."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in words)
