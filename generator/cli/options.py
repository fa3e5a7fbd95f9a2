"""Options common to all commands."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.help import option
from generator.messages import message

#: A path as it is written: whether it can be read is said by what reads it.
PATH = click.Path(path_type=Path, readable=False)


def _entered(context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    """Return DIR, resolved as git does: a second -C is relative to the first."""
    folder = (context.obj or Path()) / (value or Path())
    try:
        there = folder.is_dir()
    except OSError:  # no name that a folder could have
        there = False
    if not there:
        raise click.BadParameter(str(message("usage.no_folder", folder=folder)))
    context.obj = folder
    return folder


folder_option = option("-C", "directory", type=PATH, callback=_entered, every_command=True)
